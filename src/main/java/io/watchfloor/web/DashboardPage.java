package io.watchfloor.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.Facets;
import io.watchfloor.queue.IncidentIndex;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Viewpoint;

/**
 * What the dashboard prints: {@code dashboard.html} knows it as {@code dashboard}. Every
 * number is that of a view of the queue, and leads there.
 *
 * @param counters the usual views with their numbers
 * @param statuses the heads of the table of severities and statuses
 * @param severities its rows, the worst first
 * @param urgent the incidents that need a person most
 * @param newest the incidents that were created last
 * @param urgentAddress the view that goes on where the first list ends
 * @param newestAddress the view that goes on where the second list ends
 * @param freshness how complete and fresh the numbers are
 */
record DashboardPage(List<Counter> counters, List<StatusView> statuses, List<SeverityRow> severities,
		List<QueueRow> urgent, List<QueueRow> newest, String urgentAddress, String newestAddress, Freshness freshness) {

	private static final int LIST_LENGTH = 8;

	private static final IncidentQuery NEWEST = IncidentQuery.DEFAULT
		.with(new IncidentOrder(IncidentOrder.Column.CREATED, true));

	/**
	 * The dashboard over everything of the last 30 days.
	 * @param base the path under which the application runs, empty for the root
	 */
	static DashboardPage of(String base, IncidentIndex index, Viewpoint viewpoint, Freshness freshness) {
		String path = base + StandardView.PATH;
		List<String> statuses = values(index.facets(IncidentQuery.DEFAULT, viewpoint), Facet.STATUS);
		List<Counter> counters = Stream.of(StandardView.values())
			.map((view) -> new Counter(view.label(), index.select(first(view.query()), viewpoint).total(),
					view.address(base)))
			.toList();
		return new DashboardPage(counters, statuses.stream().map(StatusView::of).toList(),
				severities(path, index, viewpoint, statuses), rows(path, index, StandardView.OPEN.query(), viewpoint),
				rows(path, index, NEWEST, viewpoint), StandardView.OPEN.address(base),
				IncidentQueryParameters.address(path, NEWEST), freshness);
	}

	private static List<QueueRow> rows(String path, IncidentIndex index, IncidentQuery query, Viewpoint viewpoint) {
		return index.select(first(query), viewpoint)
			.rows()
			.stream()
			.map((summary) -> QueueRow.of(summary, viewpoint, path))
			.toList();
	}

	private static IncidentQuery first(IncidentQuery query) {
		return new IncidentQuery(query.filters(), query.words(), query.range(), query.order(), 1, LIST_LENGTH);
	}

	private static List<SeverityRow> severities(String path, IncidentIndex index, Viewpoint viewpoint,
			List<String> statuses) {
		return values(index.facets(IncidentQuery.DEFAULT, viewpoint), Facet.SEVERITY).stream()
			.map((severity) -> SeverityRow.of(path, index, viewpoint, severity, statuses))
			.sorted(Comparator.comparingInt((SeverityRow row) -> row.severity().rank()).reversed())
			.toList();
	}

	private static List<String> values(Facets facets, Facet facet) {
		return facets.of(facet).stream().map(Facets.Count::value).toList();
	}

	/**
	 * The number of incidents of a view.
	 *
	 * @param label the view
	 * @param number how many
	 * @param address the view's address
	 */
	record Counter(String label, int number, String address) {
	}

	/**
	 * A severity, by status.
	 *
	 * @param severity the severity
	 * @param counts how many incidents have it, status by status
	 */
	record SeverityRow(SeverityView severity, List<Counter> counts) {

		static SeverityRow of(String path, IncidentIndex index, Viewpoint viewpoint, String severity,
				List<String> statuses) {
			IncidentQuery query = IncidentQuery.DEFAULT.with(Facet.SEVERITY, Set.of(severity));
			Map<String, Integer> numbers = index.facets(query, viewpoint)
				.of(Facet.STATUS)
				.stream()
				.collect(Collectors.toMap(Facets.Count::value, Facets.Count::incidents));
			return new SeverityRow(SeverityView.of(severity),
					statuses.stream()
						.map((status) -> new Counter(status, numbers.getOrDefault(status, 0),
								IncidentQueryParameters.address(path, query.with(Facet.STATUS, Set.of(status)))))
						.toList());
		}

	}

}
