package io.watchfloor.queue.reading;

import java.time.Instant;

import io.watchfloor.defender.DefenderException;
import org.jspecify.annotations.Nullable;

/**
 * How much of the asked range a queue holds, and how fresh it is.
 *
 * @param asOf when the API last told what is new; {@code null} before the first answer
 * @param read how many incidents are held
 * @param backTo how far back they were read, by creation, while some are left;
 * {@code null} when that is not known or all are held
 * @param complete whether all of the widest range that was asked for is held
 * @param failure why the last call failed; {@code null} when it did not
 * @param heldBack whether the last call has to wait for its turn, because all analysts
 * share the calls; nothing failed
 * @param cut whether reading on waits for memory: all queues together hold as much as
 * they may
 */
public record QueueState(@Nullable Instant asOf, int read, @Nullable Instant backTo, boolean complete,
		@Nullable DefenderException failure, boolean heldBack, boolean cut) {

	QueueState withRead(int count) {
		return new QueueState(this.asOf, count, this.backTo, this.complete, this.failure, this.heldBack, this.cut);
	}

	/**
	 * The same after a call that told nothing. One that was held back is a failure only
	 * where there is nothing to show meanwhile.
	 */
	QueueState withFailure(DefenderException ex) {
		boolean waits = this.asOf != null && ex instanceof DefenderException.Throttled throttled
				&& throttled.heldBack();
		return new QueueState(this.asOf, this.read, this.backTo, this.complete, waits ? this.failure : ex, waits,
				this.cut);
	}

	/**
	 * Whether it is the same but for its age.
	 */
	boolean looksLike(QueueState that) {
		return new QueueState(that.asOf, this.read, this.backTo, this.complete, this.failure, this.heldBack, this.cut)
			.equals(that);
	}

}
