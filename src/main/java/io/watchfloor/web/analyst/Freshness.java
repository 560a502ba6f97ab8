package io.watchfloor.web.analyst;

import java.time.Duration;
import java.time.Instant;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Times;
import io.watchfloor.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How complete and how fresh the incidents are that a page shows.
 *
 * @param asOf when Defender last answered, such as {@code 14:03:10 UTC}, or {@code null}
 * if it never did
 * @param reading how far reading has come, or {@code null} once everything was read
 * @param cut whether reading stopped before the end, because memory is used up
 * @param allOpen whether all open incidents were read, so that their numbers are final
 * @param failure why the last call to Defender failed, or {@code null} if it did not
 * @param age how old the incidents are after a failed call, or {@code null} if it did not
 * fail or they are less than a minute old
 * @param unreadable how many incidents are missing because they cannot be read, such as
 * {@code 2 incidents}, or {@code null} if none
 * @param partial when an answer last came in part, such as {@code 14:03:10 UTC}, or
 * {@code null} if none did
 */
public record Freshness(@Nullable String asOf, @Nullable String reading, boolean cut, boolean allOpen,
		@Nullable String failure, @Nullable String age, @Nullable String unreadable, @Nullable String partial) {

	/**
	 * Create the freshness of incidents whose answers came whole.
	 */
	public Freshness(@Nullable String asOf, @Nullable String reading, boolean cut, boolean allOpen,
			@Nullable String failure, @Nullable String age, @Nullable String unreadable) {
		this(asOf, reading, cut, allOpen, failure, age, unreadable, null);
	}

	/**
	 * Describe the freshness of a queue.
	 * @param state how far the queue is
	 * @param now the time that it is
	 */
	public static Freshness of(QueueState state, Instant now) {
		DefenderException failure = state.failure();
		Instant asOf = state.asOf();
		return new Freshness((asOf != null) ? Times.clock(asOf) : null, state.complete() ? null : reading(state),
				state.cut(), state.allOpen(), (failure != null) ? Problem.of(failure).title() : null,
				(failure != null && asOf != null) ? age(asOf, now) : null,
				(state.unreadable() > 0) ? Numbers.of(state.unreadable(), "incident", "incidents") : null,
				(state.partialAt() != null) ? Times.clock(state.partialAt()) : null);
	}

	/**
	 * Return whether all incidents of a view were read, so that its number is final.
	 */
	public boolean knows(IncidentQuery query) {
		return this.reading == null || (this.allOpen && query.isOfOpenOnly());
	}

	/**
	 * Ages below a minute are left out: the page of a queue is rendered again only when a
	 * minute has passed.
	 */
	private static @Nullable String age(Instant asOf, Instant now) {
		return (Duration.between(asOf, now).toMinutes() > 0) ? Times.age(asOf, now) : null;
	}

	private static String reading(QueueState state) {
		String read = Numbers.of(state.read()) + " read";
		Instant backTo = state.backTo();
		String waiting = state.heldBack() ? ", waiting because all analysts share the calls" : "";
		return ((backTo != null) ? read + ", back to " + Times.day(backTo) : read) + waiting;
	}

}
