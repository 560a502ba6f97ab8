package io.watchfloor.web;

import java.time.Instant;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.queue.QueueState;
import org.jspecify.annotations.Nullable;

/**
 * How complete and fresh what a page shows is.
 *
 * @param asOf when Defender last told what is new, such as {@code 14:03:10 UTC}
 * @param reading how far reading has come, or {@code null} once everything was read
 * @param cut whether it comes no further, because memory is used up
 * @param failure why it is not fresh, or {@code null}
 */
record Freshness(@Nullable String asOf, @Nullable String reading, boolean cut, @Nullable String failure) {

	/**
	 * The freshness of a queue.
	 * @throws DefenderException when nothing was ever read, so that there is nothing to
	 * show
	 */
	static Freshness of(QueueState state) {
		DefenderException failure = state.failure();
		Instant asOf = state.asOf();
		if (asOf == null && failure != null) {
			throw failure;
		}
		return new Freshness((asOf != null) ? Times.clock(asOf) : null, state.complete() ? null : reading(state),
				state.cut(), (failure != null) ? Problem.of(failure).title() : null);
	}

	private static String reading(QueueState state) {
		String read = Numbers.of(state.read()) + " read";
		Instant backTo = state.backTo();
		String turn = state.heldBack() ? ", waiting for its turn: all analysts share the calls" : "";
		return ((backTo != null) ? read + ", back to " + Times.day(backTo) : read) + turn;
	}

}
