package io.watchfloor.web.dashboard;

import java.util.List;
import java.util.Set;

import io.watchfloor.queue.Ages;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Severity;
import io.watchfloor.queue.Status;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.queue.statistics.QueueStatistics;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * Counts what needs a person now: the three rules of Microsoft's own queue-health
 * assessment, the oldest open high incident, the incidents that were created or changed
 * since the analyst's last visit, and the open ones that are assigned to the analyst.
 */
final class DashboardCounters {

	private static final IncidentQuery OPEN = StandardView.OPEN.query();

	private final String path;

	private final IncidentIndex index;

	private final TimeRange range;

	private final Viewpoint viewpoint;

	private final LastVisit lastVisit;

	private final Freshness freshness;

	private final QueueStatistics all;

	private final QueueStatistics open;

	/**
	 * Create the counters over a range.
	 * @param path the address of the queue
	 * @param lastVisit when the analyst last saw a dashboard
	 * @param all the numbers of the whole range
	 * @param open the numbers of what is open, whatever its age
	 */
	DashboardCounters(String path, DashboardSource source, TimeRange range, LastVisit lastVisit, QueueStatistics all,
			QueueStatistics open) {
		this.path = path;
		this.index = source.index();
		this.range = range;
		this.viewpoint = source.viewpoint();
		this.lastVisit = lastVisit.within(range, this.viewpoint.now());
		this.freshness = source.freshness();
		this.all = all;
		this.open = open;
	}

	List<Counter> all() {
		IncidentQuery unclassified = IncidentQuery.DEFAULT.with(Facet.STATUS, Set.of(Status.RESOLVED.word()))
			.with(Facet.CLASSIFICATION, Set.of(IncidentSummary.UNCLASSIFIED))
			.with(this.range);
		return List.of(unassigned(), highAndActive(),
				counter("Resolved, unclassified", "resolved without classification", true, this.all, unclassified),
				oldestHigh(), sinceLastVisit(),
				counter("Mine", this.viewpoint.knowsAnalyst() ? "open, assigned to you" : "your user name is not known",
						false, this.open, StandardView.MINE.query()));
	}

	Counter unassigned() {
		return counter("Unassigned", "open, assigned to nobody", true, this.open,
				OPEN.with(Facet.ASSIGNED_TO, Set.of(Facet.NOBODY)));
	}

	private Counter counter(String label, String detail, boolean alarming, QueueStatistics among, IncidentQuery view) {
		int number = among.of(view).total();
		return new Counter(label, known(view), Numbers.of(number), detail, address(view), alarming && number > 0);
	}

	/**
	 * Count the active high incidents, and the overdue ones among them. No address
	 * selects by how long an incident has been active, so that the view is that of all;
	 * it puts the overdue ones first.
	 */
	Counter highAndActive() {
		IncidentQuery view = OPEN.with(Facet.STATUS, Set.of(Status.ACTIVE.word()))
			.with(Facet.SEVERITY, Set.of(Severity.HIGH.word()))
			.with(new IncidentOrder(IncidentOrder.Column.CREATED, false));
		QueueStatistics active = this.open.of(view);
		int overdue = active.overdue();
		String detail = some(overdue, "for more than " + Times.exact(this.viewpoint.attention().limit(Severity.HIGH)));
		return new Counter("High and active", known(view), Numbers.of(active.total()), detail, address(view),
				overdue > 0);
	}

	/**
	 * Count what was created or changed since the last visit. An address selects by the
	 * last update only, so that the view is that of all; it puts the new ones first.
	 */
	private Counter sinceLastVisit() {
		IncidentQuery view = this.lastVisit.view();
		QueueStatistics since = new QueueStatistics(this.index, view, this.viewpoint);
		String detail = some(since.createdFrom(this.lastVisit.time()), "new") + "; "
				+ this.lastVisit.words(this.viewpoint.now());
		return new Counter("New or changed", true, Numbers.of(since.total()), detail, address(view), false);
	}

	Counter oldestHigh() {
		IncidentQuery view = OPEN.with(Facet.SEVERITY, Set.of(Severity.HIGH.word()))
			.with(new IncidentOrder(IncidentOrder.Column.CREATED, false));
		return select(view).rows()
			.stream()
			.findFirst()
			.map((oldest) -> new Counter("Oldest open high", known(view),
					Ages.of(oldest.created(), this.viewpoint.now()), "incident " + oldest.id(),
					this.path + "/" + oldest.id(), false))
			.orElseGet(() -> new Counter("Oldest open high", known(view), "–", "none open", address(view), false));
	}

	private Selection select(IncidentQuery view) {
		return this.index.select(view.ofSize(1), this.viewpoint);
	}

	private String address(IncidentQuery view) {
		return IncidentQueryParameters.address(this.path, view);
	}

	private boolean known(IncidentQuery view) {
		return this.freshness.knows(view);
	}

	/**
	 * Describe the incidents that a view puts first, such as {@code 3 new, shown first}.
	 */
	private static String some(int number, String what) {
		return (number > 0) ? Numbers.of(number) + " " + what + ", shown first" : "none " + what;
	}

	/**
	 * A number with a link to the view whose incidents it counts, if there is one.
	 *
	 * @param label what is counted
	 * @param known whether all incidents that it may count were read; otherwise they are
	 * at least so many, or so old
	 * @param figure how many incidents, or the age of the oldest
	 * @param detail what that means
	 * @param address the view, or the oldest incident; {@code null} where no view selects
	 * what is counted
	 * @param alarming whether it needs a person
	 */
	record Counter(String label, boolean known, String figure, String detail, @Nullable String address,
			boolean alarming) {
	}

}
