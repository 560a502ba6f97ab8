package io.watchfloor.queue.reading;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Says when a queue looks for what is gone: a page of a sweep at most once in the
 * freshness, and a long pause between two sweeps. Not safe for threads.
 */
final class DeletionCheckSchedule {

	/**
	 * How many times the freshness passes before the first sweep, and between two.
	 */
	static final int PAUSE = 20;

	private final Duration freshness;

	private @Nullable DeletionCheck current;

	private @Nullable Instant due;

	/**
	 * A schedule whose first pause begins when it is asked first.
	 * @param freshness how old a queue may be
	 */
	DeletionCheckSchedule(Duration freshness) {
		this.freshness = freshness;
	}

	/**
	 * The sweep to go on with now.
	 * @param next the one to begin where none is under way
	 * @return the sweep, or {@code null} when nothing is due
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
	 * Learn that the sweep made its call, or was held back: after its last one comes the
	 * pause.
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
