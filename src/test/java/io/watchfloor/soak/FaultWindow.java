package io.watchfloor.soak;

import java.time.Instant;
import java.util.Collections;

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
		return !Collections.disjoint(ErrorPageKind.behind(answer), this.kind.errorPages())
				&& touches(answer.asked(), answer.answered());
	}

	/**
	 * Whether it explains that somebody who was signed in had to sign in again.
	 */
	boolean explains(SignInAgain signIn) {
		return this.kind.signsOut() && touches(signIn.seenSignedIn(), signIn.at());
	}

	/**
	 * Whether it, with its aftermath, and some other time have a moment in common.
	 */
	boolean touches(Instant start, Instant end) {
		Instant over = this.until;
		Instant last = over.equals(Instant.MAX) ? over : over.plus(this.kind.aftermath());
		return !end.isBefore(this.from) && !start.isAfter(last);
	}

	/**
	 * What it was and when, by the second.
	 */
	@Override
	public String toString() {
		Instant over = this.until;
		return this.kind.label() + " " + second(this.from) + " to " + (over.equals(Instant.MAX) ? "now" : second(over));
	}

	private static String second(Instant time) {
		return time.toString().substring(11, 19);
	}

}
