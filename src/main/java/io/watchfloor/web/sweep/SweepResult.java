package io.watchfloor.web.sweep;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.sweep.Finding;
import io.watchfloor.queue.sweep.IndicatorKind;
import io.watchfloor.queue.sweep.LeftOut;
import io.watchfloor.queue.sweep.Report;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep found, as the page shows it.
 *
 * @param numbers how many indicators were found of how many
 * @param read what the report was read as, such as {@code 3 IP addresses, 2 URLs}
 * @param beyond how many indicators were not searched for, because there are too many, or
 * {@code null} if all were
 * @param found the indicators that incidents have, those in the worst incidents first
 * @param hostOnly the URLs of which incidents have the host
 * @param further how many more of either there are, or {@code null} if all are shown
 * @param notFound the indicators that no incident has, defanged, a line each
 * @param notFoundNumber how many of these there are
 * @param md5 whether there are MD5 hashes among these
 * @param leftOut what was taken for something else than an indicator, by reason
 * @param indicators the indicators, defanged, a line each, to sweep again
 * @param text the result as text
 * @param csv the result as CSV
 */
record SweepResult(String numbers, String read, @Nullable String beyond, List<FoundIndicator> found,
		List<FoundIndicator> hostOnly, @Nullable String further, String notFound, int notFoundNumber, boolean md5,
		List<LeftOutGroup> leftOut, String indicators, String text, String csv) {

	/**
	 * The most indicators whose incidents are shown, and the most of these incidents.
	 */
	private static final int MOST_DETAILED = 50;

	private static final int MOST_ROWS = 5;

	/**
	 * The most indicators that are shown; the text and the CSV have all.
	 */
	private static final int MOST_SHOWN = 500;

	/**
	 * Worst severity first, then the last updated.
	 */
	private static final Comparator<Finding> WORST_FIRST = Comparator
		.comparing((Finding finding) -> first(finding).severity().level())
		.thenComparingLong((finding) -> first(finding).updatedMillis())
		.reversed();

	/**
	 * Show what was found.
	 * @param chosen how many indicators the report has of the kinds that were chosen
	 * @param queue the path of the queue
	 */
	static SweepResult of(Report report, int chosen, List<Finding> findings, AnalystView view, Coverage coverage,
			String queue) {
		List<Finding> found = sorted(findings, Finding::isFound);
		List<Finding> hostOnly = sorted(findings, Finding::isHostOnly);
		List<Finding> none = findings.stream().filter((finding) -> finding.sightings().isEmpty()).toList();
		List<Finding> all = Stream.concat(found.stream(), hostOnly.stream()).toList();
		List<FoundIndicator> shown = Stream
			.concat(all.stream()
				.limit(MOST_DETAILED)
				.map((finding) -> FoundIndicator.of(finding, MOST_ROWS, view.viewpoint(), queue)),
					all.stream()
						.skip(MOST_DETAILED)
						.limit(MOST_SHOWN - MOST_DETAILED)
						.map((finding) -> FoundIndicator.of(finding, 0, view.viewpoint(), queue)))
			.toList();
		int split = Math.min(found.size(), shown.size());
		SweepText text = new SweepText(found, hostOnly, none, coverage);
		return new SweepResult(numbers(found.size(), hostOnly.size(), findings.size()), read(findings),
				(chosen > findings.size()) ? Numbers.of(chosen - findings.size()) : null, shown.subList(0, split),
				shown.subList(split, shown.size()),
				(all.size() > shown.size()) ? Numbers.of(all.size() - shown.size()) : null, lines(none), none.size(),
				none.stream().anyMatch((finding) -> finding.indicator().isMd5()), LeftOutGroup.of(report.leftOut()),
				lines(findings), text.plain(), text.csv());
	}

	private static IncidentSummary first(Finding finding) {
		return finding.sightings().get(0).incident();
	}

	private static List<Finding> sorted(List<Finding> findings, Predicate<Finding> wanted) {
		return findings.stream().filter(wanted).sorted(WORST_FIRST).toList();
	}

	private static String numbers(int found, int hostOnly, int all) {
		String numbers = Numbers.of(found) + " of " + Numbers.of(all, "indicator", "indicators") + " found";
		return (hostOnly > 0) ? numbers + ", of " + Numbers.of(hostOnly) + " more the host" : numbers;
	}

	/**
	 * Return how many there are of each kind.
	 */
	private static String read(List<Finding> findings) {
		return findings.stream()
			.collect(Collectors.groupingBy((finding) -> finding.indicator().kind(),
					() -> new EnumMap<>(IndicatorKind.class), Collectors.counting()))
			.entrySet()
			.stream()
			.map((kind) -> kind.getKey().label() + " " + Numbers.of(kind.getValue()))
			.collect(Collectors.joining(", "));
	}

	private static String lines(List<Finding> findings) {
		return findings.stream()
			.map((finding) -> FoundIndicator.defanged(finding.indicator()))
			.map((line) -> ForeignText.lineOr(line, ""))
			.collect(Collectors.joining("\n"));
	}

	/**
	 * What was taken for something else than an indicator, for one reason.
	 *
	 * @param reason what it was taken for
	 * @param values the first of it
	 * @param more how many more there are, or {@code null} if all are shown
	 */
	record LeftOutGroup(String reason, List<String> values, @Nullable String more) {

		private static final int MOST = 50;

		private static final int LONGEST = 100;

		static List<LeftOutGroup> of(List<LeftOut> leftOut) {
			Map<LeftOut.Reason, List<LeftOut>> byReason = leftOut.stream()
				.collect(Collectors.groupingBy(LeftOut::reason, () -> new EnumMap<>(LeftOut.Reason.class),
						Collectors.toList()));
			return byReason.entrySet().stream().map((group) -> of(group.getKey(), group.getValue())).toList();
		}

		private static LeftOutGroup of(LeftOut.Reason reason, List<LeftOut> all) {
			List<String> values = all.stream()
				.limit(MOST)
				.map((value) -> ForeignText.shortened(Defang.addresses(value.text()), LONGEST))
				.toList();
			return new LeftOutGroup(reason.label(), values,
					(all.size() > MOST) ? Numbers.of(all.size() - MOST) + " more" : null);
		}

	}

}
