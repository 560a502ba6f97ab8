package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a queue has still to read: ranges that were asked for, and changes that were too
 * many for one page.
 */
final class Backlog {

	/**
	 * The widest first; the narrowest is read first.
	 */
	private final Deque<PageWalk> ranges = new ArrayDeque<>();

	/**
	 * The latest last, which is read first.
	 */
	private final Deque<PageWalk> changes = new ArrayDeque<>();

	private @Nullable Instant askedSince;

	/**
	 * Note that a range is asked for. What was updated before the range known so far was
	 * created before it too, so that reading on begins there.
	 * @param since where the range begins, by last update
	 * @return whether it reaches further back than those before
	 */
	boolean ask(Instant since) {
		if (this.askedSince != null && !since.isBefore(this.askedSince)) {
			return false;
		}
		this.ranges.addFirst(new PageWalk(since, this.askedSince));
		this.askedSince = since;
		return true;
	}

	/**
	 * Give up what was last updated before a time.
	 */
	void narrow(Instant since) {
		List<PageWalk> narrower = this.ranges.stream().map((walk) -> walk.since(since)).toList();
		this.ranges.clear();
		this.ranges.addAll(narrower);
		this.askedSince = since;
	}

	/**
	 * Whether changes are left to read, which were not held before or are now old.
	 */
	boolean hasChanges() {
		return !this.changes.isEmpty();
	}

	/**
	 * Where the widest range begins that was asked for.
	 */
	@Nullable Instant askedSince() {
		return this.askedSince;
	}

	/**
	 * What to read next.
	 */
	@Nullable PageWalk next() {
		return (this.changes.isEmpty()) ? this.ranges.peekLast() : this.changes.peekLast();
	}

	/**
	 * Note that a walk read a page. Changes that one page did not hold are left to read.
	 */
	void advanced(PageWalk walk) {
		if (walk.isFinished()) {
			this.ranges.remove(walk);
			this.changes.remove(walk);
		}
		else if (!this.ranges.contains(walk) && !this.changes.contains(walk)) {
			this.changes.addLast(walk);
		}
	}

	boolean isEmpty() {
		return this.ranges.isEmpty() && this.changes.isEmpty();
	}

	/**
	 * How far back the longest walk has read, by creation; {@code null} when that is not
	 * known.
	 */
	@Nullable Instant backTo() {
		PageWalk longest = (this.ranges.isEmpty()) ? this.changes.peekFirst() : this.ranges.peekFirst();
		return (longest != null) ? longest.createdUntil() : null;
	}

}
