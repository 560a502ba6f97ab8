package io.watchfloor.defender.graph;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BiFunction;

import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.ReaderId;
import org.jspecify.annotations.Nullable;

/**
 * The walks of all readers that have not come to their end. What one analyst's token
 * fetched is kept for that analyst's reader alone, and goes with it, or before it when
 * memory gets short: alerts that wait can be some megabytes, and a walk that is forgotten
 * begins again where its reader is. Thread-safe.
 */
final class IncidentWalks {

	/**
	 * A reader goes back over its range, over the open incidents of two statuses, and
	 * over changes, of which some reads may not have come to their end.
	 */
	private static final int MOST = 8;

	private final Map<ReaderId, SoftReference<OfReader>> readers = new WeakHashMap<>();

	/**
	 * Return the walk that a page is of, a new one if the page is its first or it was
	 * forgotten.
	 * @param page the page
	 * @param now the present time
	 * @param create creates a walk of a reader
	 */
	synchronized IncidentWalk of(PageRequest page, Instant now,
			BiFunction<RecentIncidents, AlertSpan, IncidentWalk> create) {
		OfReader reader = find(page.priority().reader());
		if (reader == null) {
			reader = new OfReader();
			this.readers.put(page.priority().reader(), new SoftReference<>(reader));
		}
		IncidentWalk known = reader.walks.get(Scope.of(page));
		if (known != null && (page.createdUntil() != null || known.hasLeft(page, now))) {
			return known;
		}
		IncidentWalk begun = create.apply(reader.recent, reader.span);
		reader.walks.put(Scope.of(page), begun);
		return begun;
	}

	/**
	 * Forget the walk that a page is of.
	 */
	synchronized void end(PageRequest page) {
		OfReader reader = find(page.priority().reader());
		if (reader != null) {
			reader.walks.remove(Scope.of(page));
		}
	}

	private @Nullable OfReader find(ReaderId id) {
		SoftReference<OfReader> reader = this.readers.get(id);
		return (reader != null) ? reader.get() : null;
	}

	/**
	 * What is kept of one reader.
	 */
	private static final class OfReader {

		private final Map<Scope, IncidentWalk> walks = new LatestUsed();

		private final RecentIncidents recent = new RecentIncidents();

		private final AlertSpan span = new AlertSpan();

	}

	/**
	 * What a walk reads.
	 *
	 * @param updatedSince the earliest last update
	 * @param status the status
	 */
	private record Scope(@Nullable Instant updatedSince, @Nullable String status) {

		static Scope of(PageRequest page) {
			return new Scope(page.updatedSince(), page.status());
		}

	}

	/**
	 * Forgets the walk that was used longest ago.
	 */
	private static final class LatestUsed extends LinkedHashMap<Scope, IncidentWalk> {

		private static final long serialVersionUID = 1L;

		LatestUsed() {
			super(MOST, 0.75F, true);
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<Scope, IncidentWalk> eldest) {
			return size() > MOST;
		}

	}

}
