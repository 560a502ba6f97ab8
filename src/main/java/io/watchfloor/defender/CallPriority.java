package io.watchfloor.defender;

/**
 * For whom a call is made and how much hangs on it: what the call budget decides by.
 *
 * @param reader who reads
 * @param urgency how much hangs on it
 */
public record CallPriority(ReaderId reader, Urgency urgency) {

	/**
	 * The turn of a call that failed and is tried again: it was fair the first time.
	 */
	CallPriority again() {
		return new CallPriority(this.reader, Urgency.FIRST);
	}

}
