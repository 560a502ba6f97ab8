package io.watchfloor.queue.reading;

import java.time.Instant;

import io.watchfloor.defender.DefenderException;
import org.jspecify.annotations.Nullable;

/**
 * How complete and how fresh a queue is.
 *
 * @param asOf when the latest changes were last read; {@code null} before the first
 * @param read the number of incidents in the queue
 * @param backTo how far back incidents were read, by creation; {@code null} when that is
 * not known or all were read
 * @param complete whether all of the widest range that was asked for was read
 * @param allOpen whether all open incidents were read, whatever their age
 * @param failure the failure of the last call; {@code null} when it did not fail
 * @param heldBack whether the call budget, which all analysts share, held back the last
 * call; this is no failure
 * @param cut whether older incidents are missing because the memory for all queues is
 * full
 * @param unreadable the number of incidents that are missing because what the API sent of
 * them cannot be read
 * @param askedSince when the widest range begins that was asked for, by last update;
 * {@code null} when that is not known
 * @param partialAt when an answer of the API last came in part, so that incidents or
 * alerts may be missing; {@code null} for never
 */
public record QueueState(@Nullable Instant asOf, int read, @Nullable Instant backTo, boolean complete, boolean allOpen,
		@Nullable DefenderException failure, boolean heldBack, boolean cut, int unreadable,
		@Nullable Instant askedSince, @Nullable Instant partialAt) {

	/**
	 * Create the state of a queue whose answers were whole.
	 */
	public QueueState(@Nullable Instant asOf, int read, @Nullable Instant backTo, boolean complete, boolean allOpen,
			@Nullable DefenderException failure, boolean heldBack, boolean cut, int unreadable,
			@Nullable Instant askedSince) {
		this(asOf, read, backTo, complete, allOpen, failure, heldBack, cut, unreadable, askedSince, null);
	}

	/**
	 * Create the state of a queue of which it is not known what range was asked for.
	 */
	public QueueState(@Nullable Instant asOf, int read, @Nullable Instant backTo, boolean complete, boolean allOpen,
			@Nullable DefenderException failure, boolean heldBack, boolean cut, int unreadable) {
		this(asOf, read, backTo, complete, allOpen, failure, heldBack, cut, unreadable, null);
	}

	QueueState withRead(int count) {
		return new QueueState(this.asOf, count, this.backTo, this.complete, this.allOpen, this.failure, this.heldBack,
				this.cut, this.unreadable, this.askedSince, this.partialAt);
	}

	/**
	 * Return the state of a queue that has to be read again from a time backwards.
	 */
	QueueState readBackTo(@Nullable Instant time) {
		return new QueueState(this.asOf, this.read, time, false, false, this.failure, this.heldBack, this.cut,
				this.unreadable, this.askedSince, this.partialAt);
	}

	QueueState withUnreadable(int count) {
		return new QueueState(this.asOf, this.read, this.backTo, this.complete, this.allOpen, this.failure,
				this.heldBack, this.cut, count, this.askedSince, this.partialAt);
	}

	/**
	 * Return the state after a call that failed. A call that was held back counts as a
	 * failure only if no incidents were read before.
	 */
	QueueState withFailure(DefenderException ex) {
		boolean waits = this.asOf != null && ex instanceof DefenderException.Throttled throttled
				&& throttled.heldBack();
		return new QueueState(this.asOf, this.read, this.backTo, this.complete, this.allOpen, waits ? this.failure : ex,
				waits, this.cut, this.unreadable, this.askedSince, this.partialAt);
	}

	/**
	 * Return whether all that changed since a time was read.
	 * @param time the time
	 * @return whether the widest range was read, and begins at that time or before
	 */
	public boolean hasAllSince(Instant time) {
		return this.complete && this.askedSince != null && !this.askedSince.isAfter(time);
	}

	/**
	 * Return whether all that was created since a time was read. Incidents are read from
	 * the newest creation backwards, so that this is known long before all that changed.
	 * @param time the time
	 * @return whether reading has come back to that time
	 */
	public boolean hasAllCreatedSince(Instant time) {
		return hasAllSince(time) || (this.backTo != null && !this.backTo.isAfter(time));
	}

	/**
	 * Return whether two states are equal but for {@link #asOf}.
	 */
	boolean looksLike(QueueState that) {
		return new QueueState(that.asOf, this.read, this.backTo, this.complete, this.allOpen, this.failure,
				this.heldBack, this.cut, this.unreadable, this.askedSince, this.partialAt)
			.equals(that);
	}

}
