package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Decides when a queue reads the next page of a deletion check: at most one page in each
 * freshness period, and a long pause between two checks. Not thread-safe.
 */
final class DeletionCheckSchedule {

	/**
	 * The pause before the first check and between two checks, as a multiple of the
	 * freshness.
	 */
	static final int PAUSE = 20;

	private final Duration freshness;

	private @Nullable DeletionCheck current;

	private @Nullable Instant due;

	/**
	 * Create a schedule whose first pause begins with the first call of {@link #due}.
	 * @param freshness how old a queue may be
	 */
	DeletionCheckSchedule(Duration freshness) {
		this.freshness = freshness;
	}

	/**
	 * Return the check that is due.
	 * @param now the present
	 * @param next the check to begin if none is under way
	 * @return the check to continue, or {@code null} when none is due
	 */
	@Nullable DeletionCheck due(Instant now, DeletionCheck next) {
		if (this.due == null) {
			this.due = now.plus(pause());
		}
		if (now.isBefore(this.due)) {
			return null;
		}
		this.due = now.plus(this.freshness);
		this.current = (this.current != null) ? this.current : next;
		return this.current;
	}

	/**
	 * Record that the check made a call or was held back. After its last call the pause
	 * begins.
	 * @param now the present
	 */
	void advanced(Instant now) {
		if (this.current != null && this.current.isFinished()) {
			this.current = null;
			this.due = now.plus(pause());
		}
	}

	private Duration pause() {
		return this.freshness.multipliedBy(PAUSE);
	}

}
