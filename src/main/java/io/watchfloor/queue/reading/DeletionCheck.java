package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * Finds incidents that the API no longer lists, from the newest creation backwards. The
 * API reports no change when an incident is deleted or when the analyst may no longer see
 * it.
 * <p>
 * Most calls count: see {@link CountedPart}. Where the number is another, half as many
 * are counted, and what is no more than a page is listed. A page shows only what is
 * missing between its first and its last creation, so that changes elsewhere do not
 * matter; a page that is not sorted shows nothing. An incident counts as gone when it is
 * missing from the same page twice, in two calls.
 */
final class DeletionCheck {

	private static final int MOST = 10_000;

	/**
	 * The most incidents to count in one call: less than where a call failed.
	 */
	private int limit = MOST;

	private final PageSource pages;

	private final UnreadableIncidents unreadable;

	private final ReadScope scope;

	private final Instant createdSince;

	/**
	 * The most incidents to count with the next call. Few at first: the API gets slow and
	 * unreliable when many rows are skipped.
	 */
	private int most;

	private @Nullable Instant createdUntil;

	/**
	 * The number of incidents at the beginning of the next page that cannot be read.
	 */
	private int skip;

	private Place place = Place.BEGINNING;

	private Map<Long, IncidentSummary> missing = Map.of();

	private boolean finished;

	/**
	 * Create a check that has read nothing yet.
	 * @param pages lists pages
	 * @param unreadable the incidents that cannot be read, which those on the pages are
	 * added to
	 * @param scope the incidents to check
	 * @param createdSince how far back they were read, by creation; {@code null} when all
	 * of them were
	 * @param most the most incidents to count with the first call
	 */
	DeletionCheck(PageSource pages, UnreadableIncidents unreadable, ReadScope scope, @Nullable Instant createdSince,
			int most) {
		this.pages = pages;
		this.unreadable = unreadable;
		this.most = most;
		this.scope = scope;
		this.createdSince = (createdSince != null) ? createdSince : Instant.MIN;
	}

	/**
	 * Count the next part, in one call, or list it; see {@link PageSource#list}. If it
	 * fails, the next call does so with the same part, or half of it.
	 * @param source where the analyst's incidents come from
	 * @param priority the priority of the call
	 * @param held the queue before the call
	 * @param reader receives each incident of the page, but for those created before the
	 * part of the range that was read
	 * @return the incidents that are gone
	 * @throws DefenderException if the call fails
	 */
	Collection<IncidentSummary> advance(IncidentSource source, CallPriority priority, QueueSnapshot held,
			Consumer<? super Incident> reader) {
		Consumer<Incident> inRange = (incident) -> {
			Instant created = incident.created();
			if (created != null && !created.isBefore(this.createdSince)) {
				if (!incident.supplement().alertsMissing()) {
					reader.accept(incident);
				}
				else if (held.index().find(incident.id()).isEmpty()) {
					readWithAlerts(incident.id(), source, priority, reader);
				}
			}
		};
		CountedPart part = this.missing.isEmpty() ? CountedPart.find(held, this.scope, this.createdSince,
				this.createdUntil, this.most, this.pages.largestPage(), this.unreadable::after) : null;
		if (part != null) {
			count(part, source, priority, inRange);
			return Set.of();
		}
		return list(priority, held, inRange);
	}

	/**
	 * Read an incident that the queue lacks and that was listed without its alerts. If
	 * that is not possible now, it is read when the page is listed again.
	 */
	private static void readWithAlerts(long id, IncidentSource source, CallPriority priority,
			Consumer<? super Incident> reader) {
		try {
			reader.accept(source.get(id, priority.reader()));
		}
		catch (DefenderException.NotFound | DefenderException.Throttled ex) {
			// Gone meanwhile, or there is no call for it
		}
	}

	private void count(CountedPart part, IncidentSource source, CallPriority priority, Consumer<Incident> reader) {
		int atMost = this.most;
		int limitBefore = this.limit;
		this.most = part.count() / 2;
		this.limit = this.most;
		Instant oldest;
		try {
			oldest = part.confirm(source, priority, reader);
		}
		catch (DefenderException.Throttled ex) {
			// The number of incidents has nothing to do with it
			this.most = atMost;
			this.limit = limitBefore;
			throw ex;
		}
		this.limit = limitBefore;
		if (oldest != null) {
			this.createdUntil = oldest;
			this.skip = 0;
			this.place = new Place(part.oldest(), 0);
			this.most = Math.min(2 * atMost, this.limit);
			this.finished = part.isLast();
		}
	}

	private Collection<IncidentSummary> list(CallPriority priority, QueueSnapshot held, Consumer<Incident> reader) {
		Listed listed = new Listed(reader);
		Page page = this.pages.list(
				this.scope.page(this.createdUntil, this.skip, this.pages.largestPage(), priority).withoutAlerts(),
				this.place, listed);
		Place behind = this.place.behind(page, listed.lastId);
		if (page.size() > 0 && listed.lastId == 0) {
			this.place = behind;
			this.skip += page.size();
			this.unreadable.add(behind.unreadable());
			return Set.of();
		}
		this.unreadable.add(page.unreadable());
		boolean end = !page.more() && !listed.reachesBeyond(this.createdUntil);
		Map<Long, IncidentSummary> missingNow = missing(held, listed, end);
		if (this.missing.isEmpty() && !missingNow.isEmpty()) {
			this.missing = missingNow;
			return Set.of();
		}
		missingNow.values().removeIf((summary) -> this.missing.get(summary.id()) != summary);
		this.missing = Map.of();
		this.most = Math.min(Math.max(2 * this.most, 2 * this.pages.largestPage()), this.limit);
		this.place = behind;
		moveOn(listed, end);
		return missingNow.values();
	}

	/**
	 * Return the incidents of the queue that should be on a page and are not. Those
	 * created at its first or its last creation are left out, since they may be on the
	 * pages before and after.
	 */
	private Map<Long, IncidentSummary> missing(QueueSnapshot held, Listed listed, boolean end) {
		long from = (end || listed.oldest == null) ? Long.MIN_VALUE : listed.oldest.toEpochMilli();
		long until = (this.createdUntil != null) ? this.createdUntil.toEpochMilli() : Long.MAX_VALUE;
		boolean usable = listed.inOrder && (end || listed.oldest != null);
		return held.incidents()
			.filter((summary) -> usable && summary.created() != null && summary.createdMillis() > from
					&& summary.createdMillis() < until)
			.filter((summary) -> summary.updated() != null && this.scope.contains(summary))
			.filter((summary) -> !listed.ids.contains(summary.id()))
			.collect(Collectors.toMap(IncidentSummary::id, Function.identity()));
	}

	/**
	 * Set where the next page begins. When all of a page was created at one time, the
	 * next page begins just before it, and the rest of that time is skipped.
	 */
	private void moveOn(Listed listed, boolean end) {
		Instant oldest = listed.oldest;
		boolean outOfRange = oldest == null || (this.createdUntil != null && oldest.isAfter(this.createdUntil));
		this.finished = end || outOfRange || oldest == null || oldest.isBefore(this.createdSince);
		if (oldest != null) {
			this.skip = 0;
			this.createdUntil = listed.reachesBeyond(this.createdUntil) ? oldest : oldest.minus(LastChange.TICK);
		}
	}

	boolean isFinished() {
		return this.finished;
	}

	/**
	 * Return how far back this has come, by creation: what was created then or later was
	 * confirmed. {@code null} for nothing.
	 */
	@Nullable Instant confirmedUntil() {
		return this.createdUntil;
	}

	/**
	 * Return the place in the list where {@link #confirmedUntil} is: before the incidents
	 * that cannot be read there.
	 */
	Place place() {
		return new Place(this.place.before(), 0);
	}

	/**
	 * Return the most incidents that the next check counts with its first call.
	 */
	int mostOfNext() {
		return Math.max(2 * this.pages.largestPage(), Math.min(2 * this.limit, MOST));
	}

	/**
	 * The incidents that a page lists.
	 */
	private static final class Listed implements PageReader {

		private final Consumer<Incident> reader;

		private final Set<Long> ids = new HashSet<>();

		private long lastId;

		private @Nullable Instant oldest;

		private boolean inOrder = true;

		Listed(Consumer<Incident> reader) {
			this.reader = reader;
		}

		@Override
		public void begin() {
			this.ids.clear();
			this.lastId = 0;
			this.oldest = null;
			this.inOrder = true;
		}

		@Override
		public void accept(Incident incident) {
			Instant created = incident.created();
			this.ids.add(incident.id());
			this.lastId = incident.id();
			this.inOrder &= created != null && (this.oldest == null || !created.isAfter(this.oldest));
			if (created != null && (this.oldest == null || created.isBefore(this.oldest))) {
				this.oldest = created;
			}
			this.reader.accept(incident);
		}

		boolean reachesBeyond(@Nullable Instant time) {
			return this.oldest != null && (time == null || this.oldest.isBefore(time));
		}

	}

}
