package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.watchfloor.defender.IncidentSource;
import io.watchfloor.queue.Status;
import org.jspecify.annotations.Nullable;

/**
 * The page walks that a queue has not finished: ranges that were asked for, open
 * incidents of any age, and changes that one page could not hold.
 */
final class Backlog {

	/**
	 * Widest first; the narrowest is read first.
	 */
	private final Deque<PageWalk> ranges = new ArrayDeque<>();

	/**
	 * Latest last, which is read first.
	 */
	private final Deque<PageWalk> changes = new ArrayDeque<>();

	/**
	 * The open incidents of any age, a page walk for each status.
	 */
	private final Deque<PageWalk> open = new ArrayDeque<>();

	private boolean openAsked;

	private final PageSource rangePages;

	private final PageSource openPages;

	/**
	 * Apart from those of the ranges, because each read for changes may meet the same
	 * incident that cannot be read.
	 */
	private final PageSource changePages;

	private @Nullable Instant askedSince;

	/**
	 * Create a backlog in which nothing is left to read.
	 * @param source where the analyst's incidents come from
	 * @param clock tells the time
	 */
	Backlog(IncidentSource source, Clock clock) {
		this.rangePages = new PageSource(source, clock);
		this.openPages = new PageSource(source, clock);
		this.changePages = new PageSource(source, clock);
	}

	/**
	 * Add a range that is asked for. It need only be read from where the widest range so
	 * far begins: what was last updated earlier was created earlier too.
	 * @param since when the range begins, by last update
	 * @return whether it reaches further back than those before
	 */
	boolean ask(Instant since) {
		if (this.askedSince != null && !since.isBefore(this.askedSince)) {
			return false;
		}
		this.ranges
			.addFirst(new PageWalk(this.rangePages, ReadScope.updatedSince(since), this.askedSince, Place.BEGINNING));
		this.askedSince = since;
		return true;
	}

	/**
	 * Drop what was last updated before a time.
	 */
	void narrow(Instant since) {
		List<PageWalk> narrower = this.ranges.stream().map((pageWalk) -> pageWalk.since(since)).toList();
		this.ranges.clear();
		this.ranges.addAll(narrower);
		this.askedSince = since;
	}

	/**
	 * Read the widest range again from a time backwards.
	 * @param createdUntil the latest creation to read; {@code null} to begin with the
	 * newest incident
	 * @param place where that is in the list
	 */
	void readAgain(@Nullable Instant createdUntil, Place place) {
		if (this.askedSince != null) {
			this.ranges.clear();
			this.ranges
				.add(new PageWalk(this.rangePages, ReadScope.updatedSince(this.askedSince), createdUntil, place));
		}
	}

	/**
	 * Read the open incidents of any age, from the newest on. They come before the
	 * ranges, since they are what needs a person.
	 */
	void readOpen() {
		this.open.clear();
		this.openAsked = true;
		Status.OPEN_WORDS.forEach((status) -> this.open
			.addFirst(new PageWalk(this.openPages, ReadScope.ofStatus(status), null, Place.BEGINNING)));
	}

	/**
	 * Return a page walk over the changes since a time, which is none of the backlog
	 * until it has {@link #advanced}.
	 */
	PageWalk changesSince(Instant time) {
		return new PageWalk(this.changePages, ReadScope.updatedSince(time), null, Place.BEGINNING);
	}

	boolean isRange(PageWalk pageWalk) {
		return this.ranges.contains(pageWalk);
	}

	/**
	 * Return whether changes are left to read: until then, incidents of the queue are
	 * missing or out of date.
	 */
	boolean hasChanges() {
		return !this.changes.isEmpty();
	}

	/**
	 * Return when the widest range begins that was asked for; {@code null} for none.
	 */
	@Nullable Instant askedSince() {
		return this.askedSince;
	}

	/**
	 * Return the page walk to continue: changes first, then open incidents; {@code null}
	 * for none.
	 */
	@Nullable PageWalk next() {
		if (!this.changes.isEmpty()) {
			return this.changes.peekLast();
		}
		return (this.open.isEmpty()) ? this.ranges.peekLast() : this.open.peekLast();
	}

	/**
	 * Record that a page walk has read a page. One that is finished is removed; a new one
	 * that is not finished is added to the changes.
	 */
	void advanced(PageWalk pageWalk) {
		if (pageWalk.isFinished()) {
			this.ranges.remove(pageWalk);
			this.open.remove(pageWalk);
			this.changes.remove(pageWalk);
		}
		else if (!this.ranges.contains(pageWalk) && !this.open.contains(pageWalk) && !this.changes.contains(pageWalk)) {
			this.changes.addLast(pageWalk);
		}
	}

	boolean isEmpty() {
		return this.ranges.isEmpty() && this.open.isEmpty() && this.changes.isEmpty();
	}

	/**
	 * Return whether all open incidents were read.
	 */
	boolean hasAllOpen() {
		return this.openAsked && this.open.isEmpty() && this.changes.isEmpty();
	}

	/**
	 * Return how far back the longest page walk has read, by creation; {@code null} when
	 * that is not known.
	 */
	@Nullable Instant backTo() {
		PageWalk longest = (this.ranges.isEmpty()) ? this.changes.peekFirst() : this.ranges.peekFirst();
		return (longest != null) ? longest.createdUntil() : null;
	}

}
