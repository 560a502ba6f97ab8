package io.watchfloor.web.dashboard;

import java.time.Instant;
import java.util.List;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.handover.Handover;
import io.watchfloor.queue.statistics.QueueStatistics;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.dashboard.DashboardCounters.Counter;
import io.watchfloor.web.format.Numbers;

/**
 * Counts what everybody who looks at a wall has in common: what the shift brought, what
 * is over its limit and what nobody owns. Nothing on a wall is anybody's own.
 */
final class WallCounters {

	private final String path;

	private final DashboardSource source;

	private final QueueStatistics open;

	/**
	 * Create the counters.
	 * @param path the address of the queue
	 * @param open the numbers of what is open, whatever its age
	 */
	WallCounters(String path, DashboardSource source, QueueStatistics open) {
		this.path = path;
		this.source = source;
		this.open = open;
	}

	/**
	 * Return the counters, with those of a dashboard that belong on a wall too.
	 */
	List<Counter> all(DashboardCounters dashboard) {
		return List.of(arrived(), closed(), overLimit(), dashboard.unassigned(), dashboard.highAndActive(),
				dashboard.oldestHigh());
	}

	private Counter arrived() {
		Instant start = this.source.shift().start();
		return ofShift("Arrived", "created in this shift", Handover.arrivedView(start),
				this.source.state().hasAllCreatedSince(start));
	}

	private Counter closed() {
		Instant start = this.source.shift().start();
		return ofShift("Closed", "resolved in this shift", Handover.closedView(start),
				this.source.state().hasAllSince(start));
	}

	private Counter ofShift(String label, String detail, IncidentQuery view, boolean known) {
		int number = this.source.index().select(view, this.source.viewpoint()).total();
		return new Counter(label, known, Numbers.of(number), detail, IncidentQueryParameters.address(this.path, view),
				false);
	}

	/**
	 * Count what is over the limit for its severity, which no view selects.
	 */
	private Counter overLimit() {
		int overdue = this.open.overdue();
		return new Counter("Over the limit", this.source.freshness().allOpen(), Numbers.of(overdue),
				"open, and nobody works on it", null, overdue > 0);
	}

}
