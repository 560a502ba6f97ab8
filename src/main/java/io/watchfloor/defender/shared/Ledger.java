package io.watchfloor.defender.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Records the calls of the last hour and counts them in sliding windows: a call leaves a
 * window exactly the window's length after the call's time. Limits are those for all
 * nodes together; while they do not hear of each other, only a part of each is given out.
 *
 * @param <T> the type of what is recorded of a call
 */
public final class Ledger<T> {

	/**
	 * The length of a window.
	 */
	public static final Duration MINUTE = Duration.ofMinutes(1);

	/**
	 * The length of the longest window.
	 */
	public static final Duration HOUR = Duration.ofHours(1);

	/**
	 * Oldest first.
	 */
	private final List<Entry<T>> entries = new ArrayList<>();

	private final Map<String, Entry<T>> byId = new HashMap<>();

	private Allowance allowance = Allowance.ALL;

	Ledger() {
	}

	/**
	 * Add a call, in place of one with the same id, and remove those that are an hour
	 * older than the latest.
	 */
	void put(Entry<T> entry) {
		remove(entry.id());
		int place = this.entries.size();
		while (place > 0 && this.entries.get(place - 1).time().isAfter(entry.time())) {
			place--;
		}
		this.entries.add(place, entry);
		this.byId.put(entry.id(), entry);
		Instant hourAgo = this.entries.get(this.entries.size() - 1).time().minus(HOUR);
		while (!this.entries.get(0).time().isAfter(hourAgo)) {
			this.byId.remove(this.entries.remove(0).id());
		}
	}

	/**
	 * Remove a call, if it is recorded.
	 */
	void remove(String id) {
		Entry<T> entry = this.byId.remove(id);
		if (entry != null) {
			this.entries.remove(entry);
		}
	}

	/**
	 * Return a call, or {@code null} when it is not recorded.
	 */
	@Nullable Entry<T> find(String id) {
		return this.byId.get(id);
	}

	/**
	 * Return all calls, oldest first.
	 */
	List<Entry<T>> all() {
		return List.copyOf(this.entries);
	}

	/**
	 * Take calls as ones that do not stand in the log.
	 */
	void forgetLog(Predicate<Entry<T>> which) {
		this.entries.replaceAll((entry) -> which.test(entry) ? entry.shared(false) : entry);
		this.entries.forEach((entry) -> this.byId.put(entry.id(), entry));
	}

	/**
	 * Give out a part of each limit from now on.
	 */
	void allow(Allowance newAllowance) {
		this.allowance = newAllowance;
	}

	/**
	 * Return the part of all limits that this node may use.
	 * @return the part, more than 0 and at most 1; 1 as long as the nodes share the
	 * ledger
	 */
	public double part() {
		return this.allowance.part();
	}

	/**
	 * Count the calls in a window.
	 * @param now the window's end
	 * @param window the window's length, an hour at most
	 * @param filter the calls to count
	 * @return the number of calls, from 0
	 */
	public int count(Instant now, Duration window, Predicate<T> filter) {
		return countEntries(now, window, (entry) -> filter.test(entry.what()));
	}

	private int countEntries(Instant now, Duration window, Predicate<Entry<T>> filter) {
		Instant start = now.minus(window);
		int count = 0;
		for (int i = this.entries.size() - 1; i >= 0 && this.entries.get(i).time().isAfter(start); i--) {
			count += filter.test(this.entries.get(i)) ? 1 : 0;
		}
		return count;
	}

	/**
	 * Count the calls from a time on.
	 * @param time the time, inclusive, an hour ago at most
	 * @param filter the calls to count
	 * @return the number of calls, from 0
	 */
	public int countSince(Instant time, Predicate<T> filter) {
		int count = 0;
		for (Entry<T> entry : since(time)) {
			count += filter.test(entry.what()) ? 1 : 0;
		}
		return count;
	}

	/**
	 * Return what stands in the log from a time on, of whichever node.
	 * @param time the time, inclusive, an hour ago at most
	 * @return the calls, oldest first
	 */
	public Stream<T> inLogSince(Instant time) {
		return since(time).stream().filter(Entry::shared).map(Entry::what);
	}

	private List<Entry<T>> since(Instant time) {
		int first = this.entries.size();
		while (first > 0 && !this.entries.get(first - 1).time().isBefore(time)) {
			first--;
		}
		return this.entries.subList(first, this.entries.size());
	}

	/**
	 * Return how many calls a limit leaves to this node.
	 * @param limit the most calls of all nodes in the window, at least 1
	 * @param now the window's end
	 * @param window the window's length, an hour at most
	 * @param filter the calls to count
	 * @return the number of calls, from 0
	 */
	public int left(int limit, Instant now, Duration window, Predicate<T> filter) {
		return Math.max(0, allowed(limit, now, window, filter) - count(now, window, filter));
	}

	/**
	 * Return when a window will have room for another call.
	 * @param limit the most calls of all nodes in the window, at least 1
	 * @param now the window's end
	 * @param window the window's length, an hour at most
	 * @param filter the calls to count
	 * @return the time, {@code now} when there is room already
	 */
	public Instant roomAt(int limit, Instant now, Duration window, Predicate<T> filter) {
		return firstRoomAt(allowed(limit, now, window, filter), now, window, filter);
	}

	/**
	 * Return when a window will have room for another call of a reader that takes no more
	 * than a part of what the others leave.
	 * @param isOwn tells the reader's calls
	 * @param part the part, more than 0 and at most 1; it is always one call or more
	 * @param limit the most calls of all readers and nodes in the window, at least 1
	 * @param now the window's end
	 * @param window the window's length, an hour at most
	 * @param filter the calls to count
	 * @return the time, {@code now} when there is room already
	 */
	public Instant roomAt(Predicate<T> isOwn, double part, int limit, Instant now, Duration window,
			Predicate<T> filter) {
		Predicate<T> own = filter.and(isOwn);
		int allowed = allowed(limit, now, window, filter);
		int leftByOthers = allowed - count(now, window, filter) + count(now, window, own);
		int most = Math.max(1, (int) Math.ceil(part * leftByOthers));
		Instant room = firstRoomAt(allowed, now, window, filter);
		Instant ownRoom = firstRoomAt(most, now, window, own);
		return room.isAfter(ownRoom) ? room : ownRoom;
	}

	private int allowed(int limit, Instant now, Duration window, Predicate<T> filter) {
		int inLog = this.allowance.ofTheRest()
				? countEntries(now, window, (entry) -> entry.shared() && filter.test(entry.what())) : 0;
		return this.allowance.of(limit, inLog);
	}

	/**
	 * Return when the calls of a window will be fewer than a number, at least 1.
	 */
	private Instant firstRoomAt(int most, Instant now, Duration window, Predicate<T> filter) {
		Entry<T> call = newest(most, now.minus(window), filter);
		return (call != null) ? call.time().plus(window) : now;
	}

	/**
	 * Return the time of the latest call.
	 * @param filter the calls to search
	 * @return the time, or {@code null} when there was none in the last hour
	 */
	public @Nullable Instant latest(Predicate<T> filter) {
		Entry<T> call = newest(1, Instant.MIN, filter);
		return (call != null) ? call.time() : null;
	}

	/**
	 * Return the n-th newest of the calls after a time, or {@code null} when they are
	 * fewer.
	 */
	private @Nullable Entry<T> newest(int nth, Instant after, Predicate<T> filter) {
		int left = nth;
		for (int i = this.entries.size() - 1; i >= 0 && this.entries.get(i).time().isAfter(after); i--) {
			left -= filter.test(this.entries.get(i).what()) ? 1 : 0;
			if (left == 0) {
				return this.entries.get(i);
			}
		}
		return null;
	}

}
