package io.watchfloor.queue.related;

/**
 * The rule by which a shared value makes two incidents strongly related: it is rare,
 * which means that few of all incidents that the analyst's queue has read hold it.
 *
 * @param read the number of incidents that were compared, with the one on show
 */
public record Rarity(int read) {

	/**
	 * The most incidents that may hold a rare hash, URL, domain, IP address, command
	 * line, message id, sender, threat actor or malware family. An attack brings these
	 * with it, and can hit some twenty victims before anybody joins their incidents. What
	 * more incidents hold, such as the hash of {@code powershell.exe}, is in use
	 * everywhere.
	 */
	public static final int MOST_OF_AN_ATTACK = 20;

	/**
	 * The most incidents that may hold a rare device, user, mailbox, file name, mail
	 * subject, application or alert title. These recur in daily work: what has more
	 * incidents is a busy server or a rule that fires every day.
	 */
	public static final int MOST_OF_DAILY_WORK = 5;

	/**
	 * Stands for values that are never rare: attacks that have nothing else in common
	 * share techniques.
	 */
	static final int NONE = 0;

	/**
	 * The part of all incidents that may hold a rare value, as its denominator: nothing
	 * that more than a tenth hold is rare, which matters in a small queue. Two may always
	 * hold it, since sharing takes two.
	 */
	public static final int SMALLEST_PART = 10;

	/**
	 * Return whether a value is rare.
	 * @param kind what it is
	 * @param holders the number of incidents that hold it
	 */
	boolean isRare(SharedKind kind, int holders) {
		return holders <= kind.mostHolders() && holders <= Math.max(2, this.read / SMALLEST_PART);
	}

}
