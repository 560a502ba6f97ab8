package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.function.Consumer;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.IncidentSource.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything updated since a time, a page at a time, from the newest creation
 * backwards. Each page begins where the one before ended in time, not in number, so that
 * new incidents shift nothing; the API gets slow and unsure when much is skipped. Pages
 * overlap by one incident, which makes up for one that vanishes in between.
 */
final class PageWalk {

	private final Instant updatedSince;

	private @Nullable Instant createdUntil;

	private int skip;

	private boolean barren;

	private boolean finished;

	/**
	 * A walk that has read nothing yet.
	 * @param updatedSince reads what was updated then or later
	 * @param createdUntil begins with what was created then, or with the newest
	 */
	PageWalk(Instant updatedSince, @Nullable Instant createdUntil) {
		this.updatedSince = updatedSince;
		this.createdUntil = createdUntil;
	}

	/**
	 * A walk from the same place that reads only what was updated since a later time.
	 */
	PageWalk since(Instant later) {
		return (later.isAfter(this.updatedSince)) ? new PageWalk(later, this.createdUntil) : this;
	}

	/**
	 * Read the next page in one call. When it fails, the same page comes next.
	 */
	void advance(IncidentSource source, CallPriority turn, Consumer<? super Incident> reader) {
		Oldest oldest = new Oldest();
		Page page = source.list(
				new PageRequest(this.updatedSince, this.createdUntil, this.skip, IncidentSource.LARGEST_PAGE, turn),
				(incident) -> {
					oldest.add(incident.created());
					reader.accept(incident);
				});
		moveOn(page, oldest);
	}

	/**
	 * A short page is not the end while the API says that there is more; only a second
	 * empty one in a row is, whatever it says.
	 */
	private void moveOn(Page page, Oldest oldest) {
		boolean empty = page.size() == 0;
		this.finished = !page.more() || (empty && this.barren);
		this.barren = empty;
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
	 * How far back it has read.
	 */
	@Nullable Instant createdUntil() {
		return this.createdUntil;
	}

	/**
	 * The oldest creation of a page, and how many incidents share it.
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
