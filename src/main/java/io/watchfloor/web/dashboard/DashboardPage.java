package io.watchfloor.web.dashboard;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Status;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.statistics.FirstOwners;
import io.watchfloor.queue.statistics.QueueStatistics;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.RangeParameters;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.ProductNames;
import io.watchfloor.web.format.StatusView;
import io.watchfloor.web.format.Tactic;
import io.watchfloor.web.format.ZonedTimes;

/**
 * What the dashboard shows: {@code dashboard.html} knows it as {@code dashboard}. Every
 * number of incidents is that of a view of the queue, and links to it.
 *
 * @param wall whether it hangs on a wall, where nobody clicks
 * @param clock the clock of a wall
 * @param range the range in words, such as {@code Last 30 days}
 * @param ranges the ranges to choose from
 * @param wallAddress the address of the same dashboard for a wall
 * @param counters what needs a person now
 * @param trend incidents by creation and severity, against those closed
 * @param comparison the range against the period before
 * @param verdicts true and false positives by source
 * @param analysts what each analyst closed and holds
 * @param hours alerts by hour
 * @param bars incidents by status, source, category and so on
 * @param spreads how long things take
 * @param firstOwner how long incidents waited for their first owner, as far as it was
 * seen
 * @param urgent the incidents that need a person most
 * @param newest the incidents that were created last
 * @param rules how the urgent incidents are ranked
 * @param freshness how complete and fresh the numbers are
 */
record DashboardPage(boolean wall, WallClock clock, String range, List<Choice> ranges, String wallAddress,
		List<DashboardCounters.Counter> counters, DashboardCharts.Trend trend, Comparison comparison,
		List<LeadTables.Row> verdicts, List<LeadTables.Row> analysts, ColumnChart hours, List<BarList> bars,
		List<SpreadRow> spreads, FirstOwnerRow firstOwner, Excerpt urgent, Excerpt newest,
		List<AttentionRules.Group> rules, Freshness freshness) {

	/**
	 * Create the dashboard over the last so many hours or days.
	 * @param base the path under which the application runs, empty for the root
	 * @param asked what the analyst's queue holds
	 * @param lastVisit when the analyst last saw a dashboard
	 * @param times writes times in the zone of the shifts
	 */
	static DashboardPage of(String base, boolean wall, DashboardSource asked, TimeRange range, LastVisit lastVisit,
			ZonedTimes times) {
		DashboardSource source = wall ? asked.ofNobody() : asked;
		Viewpoint viewpoint = source.viewpoint();
		IncidentIndex index = source.index();
		String path = base + StandardView.PATH;
		IncidentQuery all = IncidentQuery.DEFAULT.with(range);
		IncidentQuery newest = all.with(new IncidentOrder(IncidentOrder.Column.CREATED, true));
		IncidentQuery open = StandardView.OPEN.query();
		QueueStatistics statistics = new QueueStatistics(index, all, viewpoint);
		QueueStatistics openStatistics = new QueueStatistics(index, open, viewpoint);
		DashboardCounters counters = new DashboardCounters(path, source, range, lastVisit, statistics, openStatistics);
		return new DashboardPage(wall, WallClock.of(source.shift(), viewpoint.now(), times), label(range),
				Choice.of(base, wall, range),
				base + "/?display=wall" + (range.equals(TimeRange.DEFAULT) ? "" : "&range=" + name(range)),
				wall ? new WallCounters(path, source, openStatistics).all(counters) : counters.all(),
				DashboardCharts.trend(path, all, statistics, viewpoint.now()), Comparison.of(base, path, source, all),
				LeadTables.verdicts(path, all, statistics),
				wall ? List.of() : LeadTables.analysts(path, all, statistics, openStatistics),
				DashboardCharts.hours(statistics), bars(path, all, statistics),
				spreads(path, all, statistics, openStatistics),
				FirstOwnerRow.of(FirstOwners.of(source.changes(), index)), Excerpt.of(path, index, open, viewpoint),
				Excerpt.of(path, index, newest, viewpoint), AttentionRules.of(viewpoint.attention()),
				source.freshness());
	}

	private static List<BarList> bars(String path, IncidentQuery all, QueueStatistics statistics) {
		return List.of(
				bars("by-status", "By status", path, all, Facet.STATUS, statistics,
						(status) -> StatusView.of(status).label()),
				bars("by-source", "By service source", path, all, Facet.SOURCE, statistics,
						(source) -> Objects.requireNonNullElse(ProductNames.of(source), source)),
				bars("by-tactic", "By tactic or other category", path, all, Facet.CATEGORY, statistics,
						(category) -> Objects.requireNonNullElse(Tactic.label(category), category)),
				bars("by-assignee", "By assignee", path, all, Facet.ASSIGNED_TO, statistics,
						(owner) -> owner.equals(Facet.NOBODY) ? "Nobody" : owner),
				BarList.of("top-devices", "Devices in most incidents", path, all, Facet.ASSET,
						statistics.topDevices(BarList.MOST)),
				BarList.of("top-users", "Users in most incidents", path, all, Facet.ASSET,
						statistics.topUsers(BarList.MOST)));
	}

	private static BarList bars(String id, String title, String path, IncidentQuery all, Facet facet,
			QueueStatistics statistics, UnaryOperator<String> name) {
		return BarList.of(id, title, path, all, facet, statistics.top(facet, name, BarList.MOST));
	}

	private static List<SpreadRow> spreads(String path, IncidentQuery all, QueueStatistics statistics,
			QueueStatistics openStatistics) {
		IncidentQuery open = StandardView.OPEN.query().with(new IncidentOrder(IncidentOrder.Column.CREATED, false));
		IncidentQuery detected = all.with(Facet.STATUS, Set.of(Facet.OPEN, Status.RESOLVED.word()));
		IncidentQuery resolved = all.with(Facet.STATUS, Set.of(Status.RESOLVED.word()));
		return List.of(SpreadRow.of("Open for", "now − created", openStatistics.ages(), path, open),
				SpreadRow.of("Time to detect", "a proxy: created − first activity of any alert",
						statistics.of(detected).timeToDetect(), path, detected),
				SpreadRow.of("Time to resolve", "a proxy: last update − first activity, of resolved incidents",
						statistics.of(resolved).timeToLastUpdate(), path, resolved));
	}

	private static String label(TimeRange range) {
		return Objects.requireNonNull(RangeParameters.words(range));
	}

	private static String name(TimeRange range) {
		return Objects.requireNonNull(RangeParameters.name(range));
	}

	/**
	 * The first incidents of a view.
	 *
	 * @param rows the incidents, at most {@value #LENGTH}
	 * @param address the view with all of them
	 */
	record Excerpt(List<IncidentRow> rows, String address) {

		private static final int LENGTH = 8;

		static Excerpt of(String path, IncidentIndex index, IncidentQuery query, Viewpoint viewpoint) {
			IncidentQuery first = query.ofSize(LENGTH);
			List<IncidentRow> rows = index.select(first, viewpoint)
				.rows()
				.stream()
				.map((summary) -> IncidentRow.of(summary, viewpoint, path))
				.toList();
			return new Excerpt(rows, IncidentQueryParameters.address(path, query));
		}

	}

	/**
	 * A range to choose from.
	 *
	 * @param name its name, such as {@code 7d}
	 * @param label the range in words, for people who cannot see the other names beside
	 * it
	 * @param address the address of the dashboard over it
	 * @param current whether the dashboard shows it
	 */
	record Choice(String name, String label, String address, boolean current) {

		static List<Choice> of(String base, boolean wall, TimeRange current) {
			return RangeParameters.NAMES.entrySet().stream().map((named) -> {
				TimeRange range = TimeRange.last(named.getValue());
				String address = base + "/?" + (wall ? "display=wall&" : "") + "range=" + named.getKey();
				boolean plain = !wall && range.equals(TimeRange.DEFAULT);
				return new Choice(named.getKey(), DashboardPage.label(range), plain ? base + "/" : address,
						range.equals(current));
			}).toList();
		}

	}

}
