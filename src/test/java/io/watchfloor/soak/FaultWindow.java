package io.watchfloor.soak;

import java.time.Instant;

/**
 * A time during which the API or Entra failed in one way.
 */
final class FaultWindow {

	private final FaultKind kind;

	private final Instant from;

	private volatile Instant until = Instant.MAX;

	private volatile long hits;

	FaultWindow(FaultKind kind, Instant from) {
		this.kind = kind;
		this.from = from;
	}

	FaultKind kind() {
		return this.kind;
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
	 * Whether an answer may be an error page of this fault.
	 */
	boolean explains(Answer answer) {
		Instant end = this.until;
		Instant last = end.equals(Instant.MAX) ? end : end.plus(this.kind.aftermath());
		return ErrorPageKind.behind(answer).contains(this.kind.errorPage()) && !answer.answered().isBefore(this.from)
				&& !answer.asked().isAfter(last);
	}

}
