package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.function.Consumer;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.IncidentSource.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything updated since a time, a page at a time, from the newest creation
 * backwards. Each page begins at the creation time at which the one before ended, not at
 * a row number, so that new incidents shift nothing; and the API gets slow and unreliable
 * when many rows are skipped. Pages overlap by one incident, so that nothing is lost when
 * one vanishes between two calls.
 */
final class PageWalk {

	private final Instant updatedSince;

	private @Nullable Instant createdUntil;

	private int skip;

	private boolean lastPageEmpty;

	private boolean finished;

	/**
	 * Create a page walk that has read nothing yet.
	 * @param updatedSince the earliest last update to read, inclusive
	 * @param createdUntil the latest creation to read, inclusive; {@code null} to begin
	 * with the newest incident
	 */
	PageWalk(Instant updatedSince, @Nullable Instant createdUntil) {
		this.updatedSince = updatedSince;
		this.createdUntil = createdUntil;
	}

	/**
	 * Return a page walk that continues where this one is, but reads only what was
	 * updated since a later time.
	 */
	PageWalk since(Instant later) {
		return (later.isAfter(this.updatedSince)) ? new PageWalk(later, this.createdUntil) : this;
	}

	/**
	 * Read the next page, in one call. If it fails, the next call reads the same page.
	 * @param source where the analyst's incidents come from
	 * @param priority the priority of the call
	 * @param reader receives each incident of the page
	 * @return the page
	 * @throws DefenderException if the call fails
	 */
	Page advance(IncidentSource source, CallPriority priority, Consumer<? super Incident> reader) {
		Oldest oldest = new Oldest();
		Page page = source.list(
				new PageRequest(this.updatedSince, this.createdUntil, this.skip, IncidentSource.LARGEST_PAGE, priority),
				(incident) -> {
					oldest.add(incident.created());
					reader.accept(incident);
				});
		moveOn(page, oldest);
		return page;
	}

	/**
	 * Set where the next page begins. A short page is not the end while the API says that
	 * more follows; the second empty page in a row is, whatever the API says.
	 */
	private void moveOn(Page page, Oldest oldest) {
		boolean empty = page.size() == 0;
		this.finished = !page.more() || (empty && this.lastPageEmpty);
		this.lastPageEmpty = empty;
		if (oldest.time == null || oldest.time.equals(this.createdUntil)) {
			this.skip += (empty) ? IncidentSource.LARGEST_PAGE : Math.max(1, page.size() - 1);
		}
		else {
			this.createdUntil = oldest.time;
			this.skip = oldest.ties - 1;
		}
	}

	boolean isFinished() {
		return this.finished;
	}

	/**
	 * Return how far back this has read, by creation; {@code null} for not yet.
	 */
	@Nullable Instant createdUntil() {
		return this.createdUntil;
	}

	/**
	 * The oldest creation on a page, and the number of incidents created then.
	 */
	private static final class Oldest {

		private @Nullable Instant time;

		private int ties;

		void add(@Nullable Instant created) {
			if (created != null && (this.time == null || created.isBefore(this.time))) {
				this.time = created;
				this.ties = 0;
			}
			if (created != null && created.equals(this.time)) {
				this.ties++;
			}
		}

	}

}
