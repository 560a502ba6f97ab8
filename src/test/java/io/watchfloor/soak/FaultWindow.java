package io.watchfloor.soak;

import java.time.Instant;

/**
 * A time during which one trouble was on.
 */
final class FaultWindow {

	private final Trouble trouble;

	private final Instant from;

	private volatile Instant until = Instant.MAX;

	private volatile long hits;

	FaultWindow(Trouble trouble, Instant from) {
		this.trouble = trouble;
		this.from = from;
	}

	Trouble trouble() {
		return this.trouble;
	}

	/**
	 * How many calls it hit.
	 */
	long hits() {
		return this.hits;
	}

	void end(Instant time, long hitCalls) {
		this.hits = hitCalls;
		this.until = time;
	}

	/**
	 * Whether an answer may show this trouble.
	 */
	boolean explains(Answer answer) {
		Instant end = this.until;
		Instant last = end.equals(Instant.MAX) ? end : end.plus(this.trouble.aftermath());
		return Effect.behind(answer).contains(this.trouble.effect()) && !answer.answered().isBefore(this.from)
				&& !answer.asked().isAfter(last);
	}

}
