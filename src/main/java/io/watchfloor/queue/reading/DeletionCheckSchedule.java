package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Decides when a queue makes the next call of a deletion round, and knows until when what
 * the queue holds counts as confirmed. For one thread at a time, but for
 * {@link #isOverdue}.
 */
final class DeletionCheckSchedule {

	/**
	 * How long a queue may show what the API no longer lists for its analyst.
	 */
	static final Duration BOUND = Duration.ofMinutes(10);

	/**
	 * The pause between the beginnings of two checks, as a multiple of the freshness, but
	 * at most half of {@link #BOUND}: the other half is for the check itself.
	 */
	static final int PAUSE = 10;

	private static final int MOST_AT_FIRST = 2_000;

	private final Duration freshness;

	private @Nullable DeletionRound current;

	private int most = MOST_AT_FIRST;

	private Instant began = Instant.MIN;

	private Instant due = Instant.MIN;

	private volatile @Nullable Instant confirmed;

	/**
	 * Create a schedule whose first pause begins with {@link #readFirst}.
	 * @param freshness how old a queue may be
	 */
	DeletionCheckSchedule(Duration freshness) {
		this.freshness = freshness;
	}

	/**
	 * Record that the first page of the queue was read.
	 * @param now the present
	 */
	void readFirst(Instant now) {
		this.confirmed = now;
		this.due = now.plus(pause());
	}

	/**
	 * Return whether the queue holds what was not confirmed for {@link #BOUND}.
	 * @param now the present
	 */
	boolean isOverdue(Instant now) {
		Instant last = this.confirmed;
		return last != null && !now.isBefore(last.plus(BOUND));
	}

	/**
	 * Return whether the next call of a check is due: one in each freshness period until
	 * the check is finished.
	 * @param now the present
	 */
	boolean isDue(Instant now) {
		return this.confirmed != null && !now.isBefore(this.due);
	}

	/**
	 * Return the round to continue.
	 * @param now the present
	 * @param create creates a round that counts so many incidents with its first call
	 */
	DeletionRound next(Instant now, IntFunction<DeletionRound> create) {
		DeletionRound round = this.current;
		if (round == null || !now.isBefore(this.began.plus(BOUND))) {
			round = create.apply(this.most);
			this.current = round;
			this.began = now;
		}
		this.due = now.plus(this.freshness);
		return round;
	}

	/**
	 * Record that the round made a call, or that the rest of what it has to confirm was
	 * dropped. If it is finished, everything left was confirmed since it began.
	 * @param round the round
	 * @param dropped whether the rest was dropped
	 */
	void advanced(DeletionRound round, boolean dropped) {
		if (round.isFinished() || dropped) {
			this.most = round.mostOfNext();
			this.current = null;
			this.confirmed = this.began;
			this.due = this.began.plus(pause());
		}
	}

	private Duration pause() {
		Duration pause = this.freshness.multipliedBy(PAUSE);
		Duration most = BOUND.dividedBy(2);
		return (pause.compareTo(most) < 0) ? pause : most;
	}

}
