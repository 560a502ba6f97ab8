package io.watchfloor.defender.graph;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.ReaderId;
import org.jspecify.annotations.Nullable;

/**
 * The walks of all readers that have not come to their end. What one analyst's token
 * fetched is kept for that analyst's reader alone, and goes with it. Thread-safe.
 */
final class IncidentWalks {

	/**
	 * A reader goes back over its range, over the open incidents of two statuses, and
	 * over changes.
	 */
	private static final int MOST = 4;

	private final Map<ReaderId, Map<Scope, IncidentWalk>> walks = new WeakHashMap<>();

	/**
	 * Return the walk that a page is of, a new one if the page is its first or it was
	 * forgotten.
	 * @param page the page
	 * @param create creates a new one
	 */
	synchronized IncidentWalk of(PageRequest page, Supplier<IncidentWalk> create) {
		Map<Scope, IncidentWalk> ofReader = this.walks.computeIfAbsent(page.priority().reader(),
				(reader) -> new LatestUsed());
		if (page.createdUntil() == null) {
			ofReader.remove(Scope.of(page));
		}
		return ofReader.computeIfAbsent(Scope.of(page), (scope) -> create.get());
	}

	/**
	 * Forget the walk that a page is of.
	 */
	synchronized void end(PageRequest page) {
		Map<Scope, IncidentWalk> ofReader = this.walks.get(page.priority().reader());
		if (ofReader != null) {
			ofReader.remove(Scope.of(page));
		}
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
