package io.watchfloor.web.dashboard;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Arrays;
import java.util.stream.Stream;

import io.watchfloor.queue.Attention;
import io.watchfloor.queue.Severity;
import io.watchfloor.queue.AttentionWeight;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.support.RandomQueues;
import io.watchfloor.support.Seeds;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.RangeParameters;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.dashboard.ColumnChart.Column;
import io.watchfloor.web.dashboard.ColumnChart.Part;
import io.watchfloor.web.dashboard.ColumnChart.Segment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Over random incidents, any part of which may be missing: a number that leads somewhere
 * is the length of the view that it leads to, and parts add up to their whole.
 */
class DashboardPageTests {

	private static final Viewpoint VIEWPOINT = new Viewpoint("ada@contoso.com", RandomQueues.NOW,
			new AttentionSettings(Map.of(Severity.Level.HIGH, Duration.ofMinutes(90)), Set.of("Board")));

	private static final LastVisit LAST_VISIT = new LastVisit(RandomQueues.NOW.minus(Duration.ofHours(30)), true);

	@Test
	void everyNumberIsTheLengthOfTheViewItOpens() {
		Seeds.tryOut(20, (seed) -> {
			IncidentIndex index = RandomQueues.index(seed, 200);
			RangeParameters.NAMES.values().forEach((range) -> check(index, page(index, range)));
		});
	}

	private static void check(IncidentIndex index, DashboardPage page) {
		assertThat(length(index, page.trend().address())).isEqualTo(page.trend().total());
		page.counters()
			.stream()
			.filter((counter) -> counter.address().contains("?") && !counter.figure().equals("–"))
			.forEach((counter) -> assertThat(length(index, counter.address())).as(counter.label())
				.isEqualTo(Integer.parseInt(counter.figure())));
		page.trend().chart().columns().forEach((column) -> check(index, column));
		check(index, page.trend().severities(), page.trend().total());
		page.bars()
			.stream()
			.flatMap((list) -> list.bars().stream())
			.forEach((bar) -> assertThat(length(index, bar.address())).as(bar.label()).isEqualTo(bar.number()));
		page.spreads()
			.forEach((spread) -> assertThat(length(index, spread.address())).as(spread.label())
				.isEqualTo(spread.incidents()));
	}

	private static void check(IncidentIndex index, Column column) {
		assertThat(length(index, String.valueOf(column.address()))).isEqualTo(column.total());
		check(index, column.segments().stream().map(Segment::part).toList(), column.total());
	}

	private static void check(IncidentIndex index, List<Part> parts, int total) {
		assertThat(parts.stream().mapToInt(Part::number)).as("parts of %d", total)
			.satisfies((numbers) -> assertThat(numbers.stream().mapToInt(Integer::intValue).sum()).isEqualTo(total));
		parts.stream()
			.filter((part) -> part.address() != null)
			.forEach((part) -> assertThat(length(index, String.valueOf(part.address()))).as(part.name())
				.isEqualTo(part.number()));
		assertThat(parts).filteredOn((part) -> part.address() == null)
			.allMatch((part) -> part.number() == 0 || part.name().equals("Not stated"));
	}

	@Test
	void incidentsWithoutASeverityAreCountedThoughNoViewSelectsThem() {
		Seeds.tryOut(20, (seed) -> {
			IncidentIndex index = RandomQueues.index(seed, 200);
			long without = index.all(IncidentQuery.DEFAULT, VIEWPOINT)
				.filter((incident) -> incident.severity().word().isEmpty())
				.count();
			assertThat(page(index, Duration.ofDays(30)).trend().severities())
				.filteredOn((part) -> part.name().equals("Not stated"))
				.singleElement()
				.satisfies((part) -> assertThat(part.number()).isEqualTo((int) without));
		});
	}

	@Test
	void whatANumberTellsBesideItselfComesFirstInItsView() {
		Seeds.tryOut(20, (seed) -> {
			IncidentIndex index = RandomQueues.index(seed, 200);
			DashboardPage page = page(index, Duration.ofDays(30));
			DashboardCounters.Counter active = counter(page, "High and active");
			assertThat(view(index, active.address()).limit(number(active.detail())))
				.allMatch((incident) -> Attention.isOverdue(incident, VIEWPOINT));
			DashboardCounters.Counter changed = counter(page, "New or changed");
			List<IncidentSummary> news = view(index, changed.address()).toList();
			assertThat(news).allMatch((incident) -> !isBefore(incident.updated(), LAST_VISIT.time()));
			assertThat(news)
				.filteredOn(
						(incident) -> incident.created() != null && !isBefore(incident.created(), LAST_VISIT.time()))
				.isEqualTo(news.subList(0, number(changed.detail())));
		});
	}

	@Test
	void theOldestOpenHighIncidentIsTheOldest() {
		Seeds.tryOut(20, (seed) -> {
			IncidentIndex index = RandomQueues.index(seed, 200);
			String address = counter(page(index, Duration.ofDays(30)), "Oldest open high").address();
			assertThat(view(index, "/incidents?status=open&severity=High&range=any&sort=created")
				.map((incident) -> "/incidents/" + incident.id())
				.findFirst()).hasValue(address);
		});
	}

	@Test
	void everyWeightOfTheRankingIsSaidWithTheLimitsAndTagsThatHold() {
		List<AttentionRules.Weight> weights = page(RandomQueues.index(1, 1), Duration.ofDays(30)).rules()
			.stream()
			.flatMap((group) -> group.weights().stream())
			.toList();
		assertThat(weights).extracting(AttentionRules.Weight::points)
			.containsExactlyInAnyOrderElementsOf(
					Arrays.stream(AttentionWeight.values()).map(AttentionWeight::points).toList());
		assertThat(weights).extracting(AttentionRules.Weight::label)
			.anyMatch((label) -> label.contains("high 1 h 30 min"))
			.anyMatch((label) -> label.contains("Board"));
	}

	private static DashboardPage page(IncidentIndex index, Duration range) {
		return DashboardPage.of("", false, index, TimeRange.last(range), VIEWPOINT, LAST_VISIT,
				new Freshness(null, null, false, true, null, null, null));
	}

	private static DashboardCounters.Counter counter(DashboardPage page, String label) {
		return page.counters().stream().filter((counter) -> counter.label().equals(label)).findFirst().orElseThrow();
	}

	private static boolean isBefore(@Nullable Instant time, Instant other) {
		return time != null && time.isBefore(other);
	}

	private static int number(String detail) {
		return detail.startsWith("none") ? 0 : Integer.parseInt(detail.replaceFirst(" .*", ""));
	}

	private static int length(IncidentIndex index, String address) {
		return index.select(query(address), VIEWPOINT).total();
	}

	private static Stream<IncidentSummary> view(IncidentIndex index, String address) {
		return index.all(query(address), VIEWPOINT);
	}

	/**
	 * The query that a browser would ask by following the address.
	 */
	private static IncidentQuery query(String address) {
		MultiValueMap<String, String> encoded = UriComponentsBuilder.fromUri(URI.create(address))
			.build()
			.getQueryParams();
		return IncidentQueryParameters.parse(decoded(encoded));
	}

	private static MultiValueMap<String, String> decoded(MultiValueMap<String, String> encoded) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		encoded.forEach((name, values) -> values
			.forEach((value) -> parameters.add(name, URLDecoder.decode(value, StandardCharsets.UTF_8))));
		return parameters;
	}

}
