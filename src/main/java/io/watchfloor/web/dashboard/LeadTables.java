package io.watchfloor.web.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Severity;
import io.watchfloor.queue.statistics.NamedCounts;
import io.watchfloor.queue.statistics.QueueStatistics;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.ProductNames;

/**
 * Counts what a lead asks for: how incidents of each source turned out, and what each
 * analyst closed and holds.
 */
final class LeadTables {

	private static final List<String> CLASSIFICATIONS = List.of("TruePositive", "FalsePositive",
			"InformationalExpectedActivity");

	private LeadTables() {
	}

	/**
	 * Count the true and false positives of each source.
	 * @param path the address of the queue
	 * @param all the view whose incidents are counted
	 */
	static List<Row> verdicts(String path, IncidentQuery all, QueueStatistics statistics) {
		return statistics
			.table(Facet.SOURCE, (source) -> Objects.requireNonNullElse(ProductNames.of(source), source),
					CLASSIFICATIONS.size(), LeadTables::classification)
			.stream()
			.limit(BarList.MOST)
			.map((source) -> new Row(source.name(),
					IntStream.range(0, CLASSIFICATIONS.size())
						.mapToObj((column) -> new Cell(source.incidents().get(column),
								IncidentQueryParameters.address(path,
										all.with(Facet.SOURCE, source.values())
											.with(Facet.CLASSIFICATION, Set.of(CLASSIFICATIONS.get(column))))))
						.toList(),
					Math.round(100f * source.incidents().get(1) / source.total()) + " %"))
			.toList();
	}

	private static int classification(IncidentSummary incident) {
		return switch (incident.classification().toLowerCase(Locale.ROOT)) {
			case "truepositive" -> 0;
			case "falsepositive" -> 1;
			case "informationalexpectedactivity" -> 2;
			default -> -1;
		};
	}

	/**
	 * Count what is assigned to each analyst: what is closed, and what is open, whatever
	 * its age. The API does not say who closed an incident: its owner counts.
	 * @param path the address of the queue
	 * @param all the view whose closed incidents are counted
	 * @param open the numbers of what is open
	 */
	static List<Row> analysts(String path, IncidentQuery all, QueueStatistics statistics, QueueStatistics open) {
		Map<String, int[]> numbers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		add(numbers, 0, statistics.table(Facet.ASSIGNED_TO, (owner) -> owner, 1,
				(incident) -> (incident.isAssigned() && incident.status().isResolved()) ? 0 : -1), 0);
		List<NamedCounts> held = open.table(Facet.ASSIGNED_TO, (owner) -> owner, 2,
				(incident) -> !incident.isAssigned() ? -1 : (incident.severity().isHigh()) ? 0 : 1);
		add(numbers, 1, held, 0);
		add(numbers, 1, held, 1);
		add(numbers, 2, held, 0);
		IncidentQuery closed = DashboardCharts.closed(all);
		IncidentQuery openView = StandardView.OPEN.query();
		IncidentQuery highs = openView.with(Facet.SEVERITY, Set.of(Severity.HIGH.word()));
		return numbers.entrySet()
			.stream()
			.sorted((one, other) -> Integer.compare(total(other.getValue()), total(one.getValue())))
			.limit(BarList.MOST)
			.map((analyst) -> {
				Set<String> owner = Set.of(analyst.getKey());
				return new Row(ForeignText.lineOr(analyst.getKey(), analyst.getKey()),
						List.of(cell(path, closed, owner, analyst.getValue()[0]),
								cell(path, openView, owner, analyst.getValue()[1]),
								cell(path, highs, owner, analyst.getValue()[2])),
						"");
			})
			.toList();
	}

	private static void add(Map<String, int[]> numbers, int place, List<NamedCounts> counts, int column) {
		counts
			.forEach((count) -> numbers.computeIfAbsent(count.name(), (first) -> new int[3])[place] += count.incidents()
				.get(column));
	}

	private static int total(int[] numbers) {
		return numbers[0] + numbers[1];
	}

	private static Cell cell(String path, IncidentQuery view, Set<String> owner, int number) {
		return new Cell(number, IncidentQueryParameters.address(path, view.with(Facet.ASSIGNED_TO, owner)));
	}

	/**
	 * A row of a table.
	 *
	 * @param name the source or the analyst
	 * @param cells the numbers
	 * @param share how many in a hundred, where that is shown
	 */
	record Row(String name, List<Cell> cells, String share) {
	}

	/**
	 * A number with a link to the view whose incidents it counts.
	 *
	 * @param number how many
	 * @param address the view
	 */
	record Cell(int number, String address) {
	}

}
