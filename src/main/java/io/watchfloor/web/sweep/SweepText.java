package io.watchfloor.web.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.sweep.Finding;
import io.watchfloor.queue.sweep.Sighting;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.SpreadsheetText;
import io.watchfloor.web.format.Times;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes what a sweep found as text for a ticket, with addresses defanged, and as CSV for
 * programs, with indicators as they are. Both have a line for each indicator.
 *
 * @param found the indicators that incidents have
 * @param hostOnly the URLs of which incidents have the host
 * @param none the indicators that no incident has
 * @param coverage what was searched
 */
record SweepText(List<Finding> found, List<Finding> hostOnly, List<Finding> none, Coverage coverage) {

	private static final int MOST_INCIDENTS = 5;

	private static final int LONGEST_NAME = 100;

	private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

	/**
	 * Return the result as text.
	 * @return lines with {@code \n} between them
	 */
	String plain() {
		List<String> lines = new ArrayList<>();
		lines.add("Sweep of a report over " + this.coverage.sentence());
		add(lines, "Found", this.found);
		add(lines, "Only the host found", this.hostOnly);
		lines.add("Not found (" + Numbers.of(this.none.size()) + "):");
		this.none.forEach((finding) -> lines.add("- " + FoundIndicator.shown(finding.indicator())));
		return String.join("\n", lines);
	}

	private static void add(List<String> lines, String heading, List<Finding> findings) {
		lines.add(heading + " (" + Numbers.of(findings.size()) + "):");
		findings.forEach((finding) -> lines.add("- " + FoundIndicator.shown(finding.indicator()) + " ("
				+ finding.indicator().label() + "), " + FoundIndicator.number(finding) + ": " + incidents(finding)));
	}

	private static String incidents(Finding finding) {
		String first = finding.sightings()
			.stream()
			.limit(MOST_INCIDENTS)
			.map(Sighting::incident)
			.map((incident) -> "#" + incident.id() + " " + SeverityView.of(incident.severity().word()).label() + " "
					+ Defang.addresses(ForeignText.shortened(IncidentRow.title(incident), LONGEST_NAME)))
			.collect(Collectors.joining("; "));
		int more = finding.incidents() + finding.hostOnly() - MOST_INCIDENTS;
		return (more > 0) ? first + "; " + Numbers.of(more) + " more" : first;
	}

	/**
	 * Return the result as CSV.
	 * @return lines with {@code \n} between them, the first of them a header
	 */
	String csv() {
		Stream<String> lines = Stream.of(this.found, this.hostOnly, this.none)
			.flatMap(List::stream)
			.map(SweepText::csv);
		return Stream
			.concat(Stream.of("indicator,kind,incidents,host_only,worst_severity,first_activity,last_activity,ids"),
					lines)
			.collect(Collectors.joining("\n"));
	}

	private static String csv(Finding finding) {
		List<IncidentSummary> incidents = finding.sightings().stream().map(Sighting::incident).toList();
		String severity = incidents.stream()
			.findFirst()
			.map((incident) -> SeverityView.of(incident.severity().word()).label())
			.orElse("");
		String first = incidents.stream()
			.map(IncidentSummary::firstActivity)
			.filter(Objects::nonNull)
			.min(Instant::compareTo)
			.map(Times::iso)
			.orElse("");
		String last = incidents.stream()
			.map(IncidentSummary::lastActivity)
			.filter(Objects::nonNull)
			.max(Instant::compareTo)
			.map(Times::iso)
			.orElse("");
		String ids = incidents.stream()
			.map((incident) -> Long.toString(incident.id()))
			.collect(Collectors.joining(" "));
		return CSV.format(SpreadsheetText.of(finding.indicator().value()), finding.indicator().label(),
				finding.incidents(), finding.hostOnly(), SpreadsheetText.of(severity), first, last, ids);
	}

}
