package io.watchfloor.defender;

/**
 * The reader that makes a call and the urgency of the call: what the call budget decides
 * by.
 *
 * @param reader the reader that makes the call
 * @param urgency the urgency of the call
 */
public record CallPriority(ReaderId reader, Urgency urgency) {

	/**
	 * Return the priority for a call that completes what a call of this priority read.
	 */
	public CallPriority following() {
		return isNews() ? new CallPriority(this.reader, Urgency.FOLLOWING) : this;
	}

	/**
	 * Return whether the call reads the newest incidents or changes.
	 */
	boolean isNews() {
		return this.urgency.compareTo(Urgency.FURTHER) < 0;
	}

	/**
	 * Return the priority for a retry of a call that failed: always due, because the call
	 * was fair the first time.
	 */
	CallPriority forRetry() {
		return new CallPriority(this.reader, Urgency.FIRST);
	}

}
