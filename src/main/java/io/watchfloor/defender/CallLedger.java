package io.watchfloor.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The calls of the last hour, oldest first. The windows that it counts slide: a call
 * leaves one exactly its length after its time.
 */
final class CallLedger {

	static final Duration MINUTE = Duration.ofMinutes(1);

	static final Duration HOUR = Duration.ofHours(1);

	private final Deque<Call> calls = new ArrayDeque<>();

	Call add(Call call) {
		forget(call.time());
		this.calls.addLast(call);
		return call;
	}

	/**
	 * Let a call count from a later time, which is none before that of any other.
	 */
	void postpone(Call call, Instant time) {
		if (remove(call)) {
			this.calls.addLast(new Call(time, call.turn(), call.spare()));
		}
	}

	boolean remove(Call call) {
		return this.calls.remove(call);
	}

	private void forget(Instant now) {
		while (!this.calls.isEmpty() && !this.calls.getFirst().time().isAfter(now.minus(HOUR))) {
			this.calls.removeFirst();
		}
	}

	/**
	 * How many calls of a kind a window holds.
	 */
	int count(Instant now, Duration window, Predicate<Call> kind) {
		return newestFirst(now, window, kind).size();
	}

	/**
	 * When a window will hold fewer calls of a kind than a limit.
	 * @param limit at least 1
	 * @return the time, which is now when it already does
	 */
	Instant below(int limit, Instant now, Duration window, Predicate<Call> kind) {
		List<Call> held = newestFirst(now, window, kind);
		return (held.size() < limit) ? now : held.get(limit - 1).time().plus(window);
	}

	/**
	 * When the latest call of a kind was made, or {@code null} for none within an hour.
	 */
	@Nullable Instant latest(Predicate<Call> kind) {
		for (Iterator<Call> newest = this.calls.descendingIterator(); newest.hasNext();) {
			Call call = newest.next();
			if (kind.test(call)) {
				return call.time();
			}
		}
		return null;
	}

	private List<Call> newestFirst(Instant now, Duration window, Predicate<Call> kind) {
		Instant start = now.minus(window);
		List<Call> held = new ArrayList<>();
		for (Iterator<Call> newest = this.calls.descendingIterator(); newest.hasNext();) {
			Call call = newest.next();
			if (!call.time().isAfter(start)) {
				break;
			}
			if (kind.test(call)) {
				held.add(call);
			}
		}
		return held;
	}

	/**
	 * A call that was made.
	 *
	 * @param time when
	 * @param turn for whom, and how much hung on it
	 * @param spare whether the reader was not due
	 */
	record Call(Instant time, CallPriority turn, boolean spare) {

		boolean isBy(ReaderId reader) {
			return this.turn.reader() == reader;
		}

		boolean tellsNews() {
			return !isBackground();
		}

		/**
		 * Whether it read what lies further back, or again what was held.
		 */
		boolean isBackground() {
			return this.turn.urgency() == Urgency.FURTHER || this.turn.urgency() == Urgency.SWEEP;
		}

	}

}
