package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.function.Consumer;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource.Page;
import org.jspecify.annotations.Nullable;

/**
 * Reads all incidents of a scope, a page at a time, from the newest creation backwards.
 * Each page begins at the creation time at which the one before ended, not at a row
 * number, so that new incidents shift nothing; and the API gets slow and unreliable when
 * many rows are skipped. Pages overlap by one incident, so that nothing is lost when one
 * vanishes between two calls.
 */
final class PageWalk {

	private final PageSource source;

	private final ReadScope scope;

	private @Nullable Instant createdUntil;

	private Place place;

	private int unreadable;

	private int skip;

	private boolean lastPageEmpty;

	private boolean finished;

	/**
	 * Create a page walk that has read nothing yet.
	 * @param source where the analyst's incidents come from
	 * @param scope the incidents to read
	 * @param createdUntil the latest creation to read, inclusive; {@code null} to begin
	 * with the newest incident
	 * @param place where that is in the list
	 */
	PageWalk(PageSource source, ReadScope scope, @Nullable Instant createdUntil, Place place) {
		this.source = source;
		this.scope = scope;
		this.createdUntil = createdUntil;
		this.place = place;
	}

	/**
	 * Return a page walk that continues where this one is, but reads only what was
	 * updated since a later time.
	 */
	PageWalk since(Instant later) {
		ReadScope narrowed = this.scope.narrowed(later);
		return (narrowed.equals(this.scope)) ? this
				: new PageWalk(this.source, narrowed, this.createdUntil, this.place);
	}

	/**
	 * Read the next page; see {@link PageSource#list}. If it fails, the next call reads
	 * from the same place.
	 * @param priority the priority of the call
	 * @param reader receives each incident of the page
	 * @return the page
	 * @throws DefenderException if the call fails
	 */
	Page advance(CallPriority priority, Consumer<? super Incident> reader) {
		Oldest oldest = new Oldest(reader);
		Page page = this.source.list(this.scope.page(this.createdUntil, this.skip, this.source.largestPage(), priority),
				this.place, oldest);
		this.unreadable += page.unreadable().size();
		this.place = this.place.behind(page, oldest.lastId);
		moveOn(page, oldest);
		return (oldest.lastId == 0) ? new Page(page.size(), page.more(), this.place.unreadable()) : page;
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
			this.skip += (empty) ? this.source.largestPage() : Math.max(1, page.size() - 1);
		}
		else {
			this.createdUntil = oldest.time;
			this.skip = oldest.ties - 1;
		}
	}

	/**
	 * Return the number of incidents so far that cannot be read.
	 */
	int unreadable() {
		return this.unreadable;
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
	 * The oldest creation on a page, the number of incidents created then, and the last
	 * incident's number.
	 */
	private static final class Oldest implements PageReader {

		private final Consumer<? super Incident> reader;

		private long lastId;

		private @Nullable Instant time;

		private int ties;

		Oldest(Consumer<? super Incident> reader) {
			this.reader = reader;
		}

		@Override
		public void begin() {
			this.lastId = 0;
			this.time = null;
			this.ties = 0;
		}

		@Override
		public void accept(Incident incident) {
			Instant created = incident.created();
			this.lastId = incident.id();
			if (created != null && (this.time == null || created.isBefore(this.time))) {
				this.time = created;
				this.ties = 0;
			}
			if (created != null && created.equals(this.time)) {
				this.ties++;
			}
			this.reader.accept(incident);
		}

	}

}
