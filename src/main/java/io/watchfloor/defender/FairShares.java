package io.watchfloor.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.watchfloor.defender.shared.Ledger;

/**
 * Decides when a list call is fair to the other readers, by the rule and the table of
 * {@link CallBudget}.
 */
final class FairShares {

	/**
	 * How long a reader counts as at work after it last asked for a call.
	 */
	private static final Duration AT_WORK = Duration.ofMinutes(2);

	/**
	 * The most that one reader takes of what the others leave of a share.
	 */
	private static final double LARGEST_PART = 3.0 / 4;

	private final Predicate<Call> counted;

	private final Map<ReaderId, Instant> readers = new HashMap<>();

	private final double duePerMinute;

	private final double sparePerMinute;

	private final double sparePerHour;

	private final boolean hourCounts;

	/**
	 * Create shares of a quota.
	 * @param counted the calls that the quota is for
	 * @param perMinute the most list calls in any minute, at least 1
	 * @param perHour the most list calls in any hour, at least 1
	 * @param duePart the part of the calls that can be sustained which is kept for news
	 * that is due, more than 0 and less than 1
	 */
	FairShares(Predicate<Call> counted, int perMinute, int perHour, double duePart) {
		this.counted = counted;
		this.duePerMinute = duePart * Math.min(perMinute, perHour / 60.0);
		this.sparePerMinute = perMinute - this.duePerMinute;
		this.sparePerHour = perHour - 60 * this.duePerMinute;
		this.hourCounts = perHour < 60L * perMinute;
	}

	/**
	 * Note that a reader is at work.
	 * @param reader the reader that asks for a call
	 * @param now the present time
	 */
	void seen(ReaderId reader, Instant now) {
		this.readers.put(reader, now);
		this.readers.values().removeIf((lastSeen) -> lastSeen.isBefore(now.minus(AT_WORK)));
	}

	/**
	 * Return whether the other nodes may have forgotten that a reader is at work.
	 * @param calls the calls that were made
	 * @param reader the reader
	 * @param now the present time
	 * @return whether none of its list calls, nor that it waits for one, was recorded in
	 * the last minute
	 */
	boolean isNewToOthers(Ledger<Call> calls, ReaderId reader, Instant now) {
		return calls.count(now, AT_WORK.dividedBy(2), (call) -> call.isBy(reader) && call.wantsList()) == 0;
	}

	/**
	 * Return when a call is due. News is due when the reader's last news is older than it
	 * takes to serve every reader at work once, times the calls that the last news took.
	 * @param calls the calls that were made
	 * @param priority the reader and the urgency
	 * @param now the present time
	 * @return the time, in the past when the call is overdue, {@link Instant#MAX} when it
	 * never is due
	 */
	Instant dueAt(Ledger<Call> calls, CallPriority priority, Instant now) {
		return switch (priority.urgency()) {
			case FIRST, FOLLOWING -> now;
			case AWAITED, POLL -> newsDueAt(calls, priority.reader(), now);
			case FURTHER, SWEEP -> Instant.MAX;
		};
	}

	private Instant newsDueAt(Ledger<Call> calls, ReaderId reader, Instant now) {
		Predicate<Call> news = (call) -> call.readsNewsOf(reader);
		Instant lastNews = calls.latest(news.and(Predicate.not(Call::follows)));
		if (lastNews == null) {
			return now;
		}
		int taken = 1 + calls.countSince(lastNews, news.and(Call::follows));
		double perMinute = calls.part() * this.duePerMinute;
		return lastNews.plusMillis(Math.round(taken * atWork(calls, now) * Ledger.MINUTE.toMillis() / perMinute));
	}

	/**
	 * Count the analysts at work: those who asked on this node, and those of whom the log
	 * tells.
	 */
	private int atWork(Ledger<Call> calls, Instant now) {
		Set<String> names = new HashSet<>();
		this.readers.keySet().forEach((reader) -> names.add(reader.name()));
		calls.inLogSince(now.minus(AT_WORK)).filter(Call::wantsList).forEach((call) -> {
			names.add(call.priority().reader().name());
		});
		return names.size();
	}

	/**
	 * Return when the shares of a call's urgency have room for it.
	 * @param calls the calls that were made
	 * @param priority the reader and the urgency
	 * @param now the present time
	 * @return the time, {@code now} when there is room already, {@link Instant#MAX} when
	 * the urgency has no share
	 */
	Instant spareAt(Ledger<Call> calls, CallPriority priority, Instant now) {
		Urgency urgency = priority.urgency();
		if (urgency.minuteShare() == 0) {
			return Instant.MAX;
		}
		double inMinute = this.duePerMinute + urgency.minuteShare() * this.sparePerMinute;
		ReaderId reader = priority.reader();
		Instant minute = roomAt(calls, inMinute, Ledger.MINUTE, this.counted, reader, now);
		if (!this.hourCounts) {
			return minute;
		}
		Instant hour = roomAt(calls, urgency.hourShare() * this.sparePerHour, Ledger.HOUR,
				(call) -> call.isSpare(urgency), reader, now);
		return minute.isAfter(hour) ? minute : hour;
	}

	private static Instant roomAt(Ledger<Call> calls, double limit, Duration window, Predicate<Call> filter,
			ReaderId reader, Instant now) {
		int share = Math.max(1, (int) Math.round(limit));
		return calls.roomAt((call) -> call.isBy(reader), LARGEST_PART, share, now, window, filter);
	}

}
