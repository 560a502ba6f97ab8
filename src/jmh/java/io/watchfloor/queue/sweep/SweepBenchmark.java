package io.watchfloor.queue.sweep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchField;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.index.Tenant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Measures a sweep for as many indicators as one takes: those that incidents have, and
 * others that none has.
 */
@State(Scope.Benchmark)
public class SweepBenchmark {

	private static final Set<SearchField> HELD = Set.of(SearchField.IP, SearchField.URL, SearchField.HASH);

	@Param("20000")
	private int incidents;

	private String report = "";

	/**
	 * Write the report.
	 */
	@Setup
	public void write() {
		Set<String> held = new LinkedHashSet<>();
		all().takeWhile((incident) -> held.size() < Sweep.MOST_INDICATORS / 2)
			.forEach((incident) -> incident.text().forEachLine((field, text) -> {
				if (HELD.contains(field)) {
					held.add(text);
				}
			}));
		Stream<String> others = IntStream.range(0, Sweep.MOST_INDICATORS)
			.mapToObj((number) -> (number % 2 == 0) ? "host-%d[.]example[.]com".formatted(number) : "%064x".formatted(number));
		this.report = Stream.concat(held.stream(), others).collect(Collectors.joining(" was seen\n"));
	}

	/**
	 * Read the report and search all incidents.
	 * @return what was found
	 */
	@Benchmark
	public List<Finding> sweep() {
		List<Indicator> indicators = Report.of(this.report).indicators();
		return Sweep.of(indicators.subList(0, Sweep.MOST_INDICATORS), all());
	}

	private Stream<IncidentSummary> all() {
		return Tenant.of(this.incidents).index().all(IncidentQuery.DEFAULT.with(TimeRange.ANY), Tenant.VIEWPOINT);
	}

}
