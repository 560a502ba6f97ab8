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
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * Lists again what is held, a page at a time from the newest creation backwards, to find
 * what the API lists no longer: no change tells that an incident is gone or that the
 * analyst may not see it any more.
 * <p>
 * A page speaks only for what was created between its ends, so that it does not matter
 * what comes, changes or goes elsewhere meanwhile; and only if it is in order. What it
 * should hold and does not is gone when the same page, read again at the next call, does
 * not hold it either.
 */
final class DeletionCheck {

	private final Instant updatedSince;

	private final Instant createdSince;

	private @Nullable Instant createdUntil;

	private Map<Long, IncidentSummary> missing = Map.of();

	private boolean finished;

	/**
	 * A sweep that has read nothing yet.
	 * @param updatedSince where the range that is held begins, by last update
	 * @param createdSince how far back that was read, by creation; {@code null} when all
	 * of it was
	 */
	DeletionCheck(Instant updatedSince, @Nullable Instant createdSince) {
		this.updatedSince = updatedSince;
		this.createdSince = (createdSince != null) ? createdSince : Instant.MIN;
	}

	/**
	 * Read the next page in one call. When it fails, the same page comes next.
	 * @param held what was held before the call
	 * @param reader takes each incident of the page as far back as was read before
	 * @return what is gone
	 */
	Collection<IncidentSummary> advance(IncidentSource source, CallPriority turn, QueueSnapshot held,
			Consumer<? super Incident> reader) {
		Listed listed = new Listed();
		Page page = source.list(
				new PageRequest(this.updatedSince, this.createdUntil, 0, IncidentSource.LARGEST_PAGE, turn),
				(incident) -> {
					listed.add(incident);
					Instant created = incident.created();
					if (created != null && !created.isBefore(this.createdSince)) {
						reader.accept(incident);
					}
				});
		boolean end = !page.more() && !listed.reachesBeyond(this.createdUntil);
		Map<Long, IncidentSummary> missingNow = missing(held, listed, end);
		if (this.missing.isEmpty() && !missingNow.isEmpty()) {
			this.missing = missingNow;
			return Set.of();
		}
		missingNow.values().removeIf((summary) -> this.missing.get(summary.id()) != summary);
		this.missing = Map.of();
		moveOn(page, listed, end);
		return missingNow.values();
	}

	/**
	 * What a page should hold and does not. At its ends, which it shares with its
	 * neighbours, it cannot tell.
	 */
	private Map<Long, IncidentSummary> missing(QueueSnapshot held, Listed listed, boolean end) {
		long from = (end || listed.oldest == null) ? Long.MIN_VALUE : listed.oldest.toEpochMilli();
		long until = (this.createdUntil != null) ? this.createdUntil.toEpochMilli() : Long.MAX_VALUE;
		boolean tells = listed.inOrder && (end || listed.oldest != null);
		return held.incidents()
			.filter((summary) -> tells && summary.createdMillis() > from && summary.createdMillis() < until)
			.filter((summary) -> summary.updatedMillis() > this.updatedSince.toEpochMilli())
			.filter((summary) -> !listed.ids.contains(summary.id()))
			.collect(Collectors.toMap(IncidentSummary::id, Function.identity()));
	}

	/**
	 * A page that does not come nearer to the end holds incidents of one moment; those
	 * beyond it are passed over.
	 */
	private void moveOn(Page page, Listed listed, boolean end) {
		Instant oldest = listed.oldest;
		boolean astray = oldest == null || (this.createdUntil != null && oldest.isAfter(this.createdUntil));
		this.finished = end || astray || oldest == null || oldest.isBefore(this.createdSince);
		if (oldest != null) {
			this.createdUntil = listed.reachesBeyond(this.createdUntil) ? oldest : oldest.minus(LastChange.TICK);
		}
	}

	boolean isFinished() {
		return this.finished;
	}

	/**
	 * What a page holds.
	 */
	private static final class Listed {

		private final Set<Long> ids = new HashSet<>();

		private @Nullable Instant oldest;

		private boolean inOrder = true;

		void add(Incident incident) {
			Instant created = incident.created();
			this.ids.add(incident.id());
			this.inOrder &= created != null && (this.oldest == null || !created.isAfter(this.oldest));
			if (created != null && (this.oldest == null || created.isBefore(this.oldest))) {
				this.oldest = created;
			}
		}

		boolean reachesBeyond(@Nullable Instant time) {
			return this.oldest != null && (time == null || this.oldest.isBefore(time));
		}

	}

}
