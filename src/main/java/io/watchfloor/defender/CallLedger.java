package io.watchfloor.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Records the calls of the last hour and counts them in sliding windows: a call leaves a
 * window exactly the window's length after the call's time.
 */
final class CallLedger {

	static final Duration MINUTE = Duration.ofMinutes(1);

	static final Duration HOUR = Duration.ofHours(1);

	/**
	 * Oldest first.
	 */
	private final Deque<Call> calls = new ArrayDeque<>();

	/**
	 * Add a call, and remove those that are older than an hour.
	 * @param call the call, not earlier than any other
	 * @return the same call
	 */
	Call add(Call call) {
		Instant hourAgo = call.time().minus(HOUR);
		while (!this.calls.isEmpty() && !this.calls.getFirst().time().isAfter(hourAgo)) {
			this.calls.removeFirst();
		}
		this.calls.addLast(call);
		return call;
	}

	/**
	 * Move a call to a later time.
	 * @param call the call; nothing happens when it is not recorded
	 * @param time its new time, not earlier than that of any other call
	 */
	void postpone(Call call, Instant time) {
		if (remove(call)) {
			this.calls.addLast(call.at(time));
		}
	}

	/**
	 * Remove a call.
	 * @param call the call
	 * @return whether it was recorded
	 */
	boolean remove(Call call) {
		return this.calls.remove(call);
	}

	/**
	 * Count the calls in a window.
	 * @param now the window's end
	 * @param window the window's length, an hour at most
	 * @param filter the calls to count
	 * @return the number of calls, from 0
	 */
	int count(Instant now, Duration window, Predicate<Call> filter) {
		Instant start = now.minus(window);
		int count = 0;
		for (Iterator<Call> newest = this.calls.descendingIterator(); newest.hasNext();) {
			Call call = newest.next();
			if (!call.time().isAfter(start)) {
				break;
			}
			count += filter.test(call) ? 1 : 0;
		}
		return count;
	}

	/**
	 * Count the calls from a time on.
	 * @param time the time, inclusive, an hour ago at most
	 * @param filter the calls to count
	 * @return the number of calls, from 0
	 */
	int countSince(Instant time, Predicate<Call> filter) {
		return (int) this.calls.stream().filter((call) -> !call.time().isBefore(time)).filter(filter).count();
	}

	/**
	 * Return when a window will have room for another call.
	 * @param limit the most calls in the window, at least 1
	 * @param now the window's end
	 * @param window the window's length, an hour at most
	 * @param filter the calls to count
	 * @return the time, {@code now} when there is room already
	 */
	Instant roomAt(int limit, Instant now, Duration window, Predicate<Call> filter) {
		Call call = newest(limit, now.minus(window), filter);
		return (call != null) ? call.time().plus(window) : now;
	}

	/**
	 * Return when a window will have room for another call of a reader that takes no more
	 * than a part of what the others leave.
	 * @param reader the reader
	 * @param part the part, more than 0 and at most 1; it is always one call or more
	 * @param limit the most calls of all readers in the window, at least 1
	 * @param now the window's end
	 * @param window the window's length, an hour at most
	 * @param filter the calls to count
	 * @return the time, {@code now} when there is room already
	 */
	Instant roomAt(ReaderId reader, double part, int limit, Instant now, Duration window, Predicate<Call> filter) {
		Predicate<Call> own = filter.and((call) -> call.isBy(reader));
		int leftByOthers = limit - count(now, window, filter) + count(now, window, own);
		int most = Math.max(1, (int) Math.ceil(part * leftByOthers));
		Instant room = roomAt(limit, now, window, filter);
		Instant ownRoom = roomAt(most, now, window, own);
		return room.isAfter(ownRoom) ? room : ownRoom;
	}

	/**
	 * Return the time of the latest call.
	 * @param filter the calls to search
	 * @return the time, or {@code null} when there was none in the last hour
	 */
	@Nullable Instant latest(Predicate<Call> filter) {
		Call call = newest(1, Instant.MIN, filter);
		return (call != null) ? call.time() : null;
	}

	/**
	 * Return the n-th newest of the calls after a time, or {@code null} when they are
	 * fewer.
	 */
	private @Nullable Call newest(int nth, Instant after, Predicate<Call> filter) {
		int left = nth;
		for (Iterator<Call> newest = this.calls.descendingIterator(); newest.hasNext();) {
			Call call = newest.next();
			if (!call.time().isAfter(after)) {
				return null;
			}
			left -= filter.test(call) ? 1 : 0;
			if (left == 0) {
				return call;
			}
		}
		return null;
	}

	/**
	 * A call that the budget let through.
	 *
	 * @param time when it was made, or when it ended
	 * @param priority the reader and the urgency
	 * @param due whether it was due, and so used none of the spare calls
	 * @param single whether it read a single incident, and not a list
	 */
	record Call(Instant time, CallPriority priority, boolean due, boolean single) {

		static Call ofList(Instant time, CallPriority priority, boolean due) {
			return new Call(time, priority, due, false);
		}

		static Call ofSingle(Instant time, ReaderId reader) {
			return new Call(time, new CallPriority(reader, Urgency.AWAITED), true, true);
		}

		static Call ofWrite(Instant time, ReaderId reader) {
			return new Call(time, new CallPriority(reader, Urgency.AWAITED), true, false);
		}

		Call at(Instant newTime) {
			return new Call(newTime, this.priority, this.due, this.single);
		}

		boolean isBy(ReaderId reader) {
			return this.priority.reader().equals(reader);
		}

		boolean isSpare(Urgency urgency) {
			return !this.due && this.priority.urgency() == urgency;
		}

		/**
		 * Whether the call read the newest incidents or changes.
		 */
		boolean readsNews() {
			return !this.single && this.priority.isNews();
		}

		/**
		 * Whether the call completed what another one had read.
		 */
		boolean follows() {
			return this.priority.urgency() == Urgency.FOLLOWING;
		}

	}

}
