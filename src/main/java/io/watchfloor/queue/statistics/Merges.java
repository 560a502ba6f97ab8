package io.watchfloor.queue.statistics;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import org.jspecify.annotations.Nullable;

/**
 * The incidents that an incident was merged into, and those merged into it, as far as
 * they are in the queue.
 *
 * @param onwards the chain of merges: the id of the incident that it was merged into,
 * then of the one that this was merged into in turn, and so on; empty where it was not
 * merged
 * @param circular whether the chain comes back to an incident that is in it already, so
 * that work goes on in none of them
 * @param mergedHere the incidents that were merged into it, newest first
 */
public record Merges(List<Long> onwards, boolean circular, List<IncidentSummary> mergedHere) {

	/**
	 * The most merges of a chain that are followed.
	 */
	static final int LONGEST_CHAIN = 8;

	/**
	 * Find an incident's merges.
	 * @param incident the incident
	 * @param index the incidents of the analyst's queue
	 * @param viewpoint who looks, and when
	 * @return its merges; an incident that was merged into itself counts as not merged
	 */
	public static Merges of(Incident incident, IncidentIndex index, Viewpoint viewpoint) {
		List<Long> chain = new ArrayList<>(List.of(incident.id()));
		long next = target(incident);
		while (next != 0 && !chain.contains(next) && chain.size() <= LONGEST_CHAIN) {
			chain.add(next);
			next = index.find(next).map(IncidentSummary::redirectedTo).orElse(0L);
		}
		IncidentQuery newestFirst = IncidentQuery.DEFAULT.with(TimeRange.between(null, null))
			.with(new IncidentOrder(IncidentOrder.Column.ID, true));
		List<IncidentSummary> here = index.all(newestFirst, viewpoint)
			.filter((summary) -> summary.redirectedTo() == incident.id() && summary.id() != incident.id())
			.toList();
		return new Merges(List.copyOf(chain.subList(1, chain.size())), chain.size() > 1 && chain.contains(next), here);
	}

	private static long target(Incident incident) {
		@Nullable Long target = incident.redirectedTo();
		return (target != null && target > 0) ? target : 0;
	}

}
