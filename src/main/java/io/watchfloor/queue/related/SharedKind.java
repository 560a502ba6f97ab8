package io.watchfloor.queue.related;

import java.util.EnumMap;
import java.util.Map;

import io.watchfloor.queue.SearchField;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of values that two incidents may share, the most telling first.
 */
public enum SharedKind {

	/** A file's SHA-1 or SHA-256. */
	HASH(Rarity.MOST_OF_AN_ATTACK, SearchField.HASH),

	/** A whole URL. */
	URL(Rarity.MOST_OF_AN_ATTACK, SearchField.URL),

	/** The host name of a URL. */
	DOMAIN(Rarity.MOST_OF_AN_ATTACK, null),

	/** An IP address, by itself or as the host of a URL. */
	IP(Rarity.MOST_OF_AN_ATTACK, SearchField.IP),

	/** The command line of a process. */
	COMMAND_LINE(Rarity.MOST_OF_AN_ATTACK, SearchField.COMMAND_LINE),

	/** The id of a mail message. */
	MESSAGE_ID(Rarity.MOST_OF_AN_ATTACK, SearchField.MESSAGE_ID),

	/** The sender of a mail message. */
	SENDER(Rarity.MOST_OF_AN_ATTACK, SearchField.SENDER),

	/** A threat actor. */
	ACTOR(Rarity.MOST_OF_AN_ATTACK, SearchField.ACTOR),

	/** A malware family. */
	THREAT_FAMILY(Rarity.MOST_OF_AN_ATTACK, SearchField.THREAT),

	/** The subject of a mail message. */
	SUBJECT(Rarity.MOST_OF_DAILY_WORK, SearchField.SUBJECT),

	/** The name of a file, without its folder. */
	FILE(Rarity.MOST_OF_DAILY_WORK, SearchField.FILE),

	/** A cloud application. */
	APPLICATION(Rarity.MOST_OF_DAILY_WORK, SearchField.APPLICATION),

	/** A user. */
	USER(Rarity.MOST_OF_DAILY_WORK, null),

	/** A mailbox. */
	MAILBOX(Rarity.MOST_OF_DAILY_WORK, null),

	/** A device. */
	DEVICE(Rarity.MOST_OF_DAILY_WORK, null),

	/** The title of an alert. */
	ALERT_TITLE(Rarity.MOST_OF_DAILY_WORK, SearchField.ALERT),

	/** The id of an ATT&amp;CK technique. */
	TECHNIQUE(Rarity.NONE, SearchField.TECHNIQUE);

	/**
	 * The last of the fields whose texts are compared.
	 */
	static final SearchField LAST_FIELD = SearchField.COMMAND_LINE;

	private static final Map<SearchField, SharedKind> BY_FIELD = new EnumMap<>(SearchField.class);

	static {
		for (SharedKind kind : values()) {
			if (kind.field != null) {
				BY_FIELD.put(kind.field, kind);
			}
		}
	}

	private final int mostHolders;

	private final @Nullable SearchField field;

	SharedKind(int mostHolders, @Nullable SearchField field) {
		this.mostHolders = mostHolders;
		this.field = field;
	}

	/**
	 * Return the kind of the texts of a field.
	 * @return the kind, or {@code null} if they are not compared
	 */
	static @Nullable SharedKind of(SearchField field) {
		return BY_FIELD.get(field);
	}

	/**
	 * Return how many incidents may hold a rare value of this kind.
	 */
	int mostHolders() {
		return this.mostHolders;
	}

	/**
	 * Return whether an attack brings values of this kind with it, unlike those that
	 * recur in daily work.
	 */
	boolean isOfAnAttack() {
		return this.mostHolders == Rarity.MOST_OF_AN_ATTACK;
	}

	/**
	 * Return whether it is a device, a user or a mailbox.
	 * @return whether the queue filters by it as an asset
	 */
	public boolean isAsset() {
		return this == DEVICE || this == USER || this == MAILBOX;
	}

}
