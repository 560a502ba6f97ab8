package io.watchfloor.web.dashboard;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.queue.Attention;
import io.watchfloor.queue.Severity;
import io.watchfloor.queue.AttentionWeight;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.handover.Shift;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.queue.support.RandomQueues;
import io.watchfloor.queue.support.ShiftIncidents;
import io.watchfloor.support.Seeds;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.RangeParameters;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.dashboard.ColumnChart.Column;
import io.watchfloor.web.dashboard.ColumnChart.Part;
import io.watchfloor.web.dashboard.ColumnChart.Segment;
import io.watchfloor.web.format.ZonedTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Over random incidents, any part of which may be missing: a number that leads somewhere
 * is the length of the view that it leads to, and parts add up to their whole.
 */
class DashboardPageTests {

	private static final Viewpoint VIEWPOINT = new Viewpoint("ada@contoso.com", RandomQueues.NOW,
			new AttentionSettings(Map.of(Severity.Level.HIGH, Duration.ofMinutes(90)), Set.of("Board")));

	private static final Shift SHIFT = new Shift(RandomQueues.NOW.minus(Duration.ofHours(4)),
			RandomQueues.NOW.plus(Duration.ofHours(10)));

	private static final ZonedTimes BERLIN = new ZonedTimes(ZoneId.of("Europe/Berlin"));

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
			.filter((counter) -> String.valueOf(counter.address()).contains("?") && !counter.figure().equals("–"))
			.forEach((counter) -> assertThat(length(index, String.valueOf(counter.address()))).as(counter.label())
				.isEqualTo(Integer.parseInt(counter.figure())));
		page.trend().chart().columns().forEach((column) -> check(index, column));
		check(index, page.trend().severities(), page.trend().total());
		assertThat(length(index, String.valueOf(page.trend().closed().address())))
			.isEqualTo(page.trend().closed().number());
		Stream.concat(page.verdicts().stream(), page.analysts().stream())
			.flatMap((row) -> row.cells().stream())
			.forEach((cell) -> assertThat(length(index, cell.address())).isEqualTo(cell.number()));
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
		Part closed = Objects.requireNonNull(column.against()).part();
		assertThat(length(index, String.valueOf(closed.address()))).isEqualTo(closed.number());
	}

	private static void check(IncidentIndex index, List<Part> parts, int total) {
		assertThat(parts.stream().mapToInt(Part::number)).as("parts of %d", total)
			.satisfies((numbers) -> assertThat(numbers.stream().mapToInt(Integer::intValue).sum()).isEqualTo(total));
		parts.stream()
			.filter((part) -> part.address() != null)
			.forEach((part) -> assertThat(length(index, String.valueOf(part.address()))).as(part.name())
				.isEqualTo(part.number()));
		assertThat(parts).filteredOn((part) -> part.address() == null).allMatch((part) -> part.number() == 0);
	}

	@Test
	void whatANumberTellsBesideItselfComesFirstInItsView() {
		Seeds.tryOut(20, (seed) -> {
			IncidentIndex index = RandomQueues.index(seed, 200);
			DashboardPage page = page(index, Duration.ofDays(30));
			DashboardCounters.Counter active = counter(page, "High and active");
			assertThat(view(index, String.valueOf(active.address())).limit(number(active.detail())))
				.allMatch((incident) -> Attention.isOverdue(incident, VIEWPOINT));
			DashboardCounters.Counter changed = counter(page, "New or changed");
			List<IncidentSummary> news = view(index, String.valueOf(changed.address())).toList();
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
			String address = String.valueOf(counter(page(index, Duration.ofDays(30)), "Oldest open high").address());
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

	@Test
	void thePeriodBeforeIsComparedOnceItWasRead() {
		Instant fiftyDaysAgo = RandomQueues.NOW.minus(Duration.ofDays(50));
		IncidentIndex index = IncidentIndex.EMPTY
			.with(List.of(ShiftIncidents.summary(1, Duration.ofDays(50), Duration.ofDays(40), "Resolved", "High", null),
					ShiftIncidents.summary(2, Duration.ofDays(5), Duration.ofDays(4), "Resolved", "High", null),
					ShiftIncidents.summary(3, Duration.ofDays(5), Duration.ofDays(4), "Active", "High", null)));
		Comparison unread = page(false, index, Duration.ofDays(30), fiftyDaysAgo).comparison();
		assertThat(unread.rows()).allSatisfy((row) -> {
			assertThat(row.before()).as("not zero").isNull();
			assertThat(row.change()).isEmpty();
		});
		assertThat(unread.hint()).isEqualTo(new Comparison.Hint("Last 180 days", "/?range=180d"));
		Comparison read = page(false, index, Duration.ofDays(30), RandomQueues.NOW.minus(Duration.ofDays(60)))
			.comparison();
		assertThat(read.hint()).isNull();
		assertThat(read.rows())
			.extracting(Comparison.Row::label, Comparison.Row::now, Comparison.Row::before, Comparison.Row::change)
			.containsExactly(tuple("Created", "2", "1", "1 more (100 %)"), tuple("Closed", "1", "1", "as many"));
		assertThat(page(false, index, Duration.ofDays(180), fiftyDaysAgo).comparison().hint()).isNull();
	}

	@Test
	void bothNumbersOfAComparisonAreThoseOfTheirViews() {
		Seeds.tryOut(20, (seed) -> {
			IncidentIndex index = RandomQueues.index(seed, 200);
			page(false, index, Duration.ofDays(7), Instant.EPOCH).comparison().rows().forEach((row) -> {
				assertThat(length(index, row.address())).isEqualTo(Integer.parseInt(row.now()));
				assertThat(length(index, row.addressBefore()))
					.isEqualTo(Integer.parseInt(String.valueOf(row.before())));
			});
		});
	}

	@Test
	void aWallShowsTheShiftAndNothingThatIsAnybodysOwn() {
		IncidentIndex index = IncidentIndex.EMPTY
			.with(List.of(ShiftIncidents.summary(1, Duration.ofHours(1), Duration.ofHours(1), "Active", "High", "ada"),
					ShiftIncidents.summary(2, Duration.ofHours(9), Duration.ofHours(2), "Resolved", "High", null),
					ShiftIncidents.summary(3, Duration.ofDays(2), Duration.ofDays(2), "Active", "High",
							"ada@contoso.com")));
		DashboardPage wall = page(true, index, Duration.ofDays(30), Instant.EPOCH);
		assertThat(wall.counters()).extracting(DashboardCounters.Counter::label, DashboardCounters.Counter::figure)
			.containsExactly(tuple("Arrived", "1"), tuple("Closed", "1"), tuple("Over the limit", "1"),
					tuple("Unassigned", "0"), tuple("High and active", "2"), tuple("Oldest open high", "2 d"));
		assertThat(wall.clock()).isEqualTo(new WallClock("2026-11-23T12:00:00Z", "13:00", 3600, "CET", "09:00–23:00"));
		assertThat(wall.analysts()).isEmpty();
		assertThat(wall.urgent().rows()).isNotEmpty()
			.noneSatisfy((row) -> assertThat(row.reason()).containsIgnoringCase("yours"));
	}

	@Test
	void numbersOfAShiftAreFinalOnceItsTimeWasRead() {
		IncidentIndex index = RandomQueues.index(1, 20);
		DashboardPage reading = DashboardPage.of("", true, source(index, new QueueState(RandomQueues.NOW, 20,
				SHIFT.start().minusSeconds(1), false, false, null, false, false, 0)), TimeRange.DEFAULT, LAST_VISIT,
				BERLIN);
		assertThat(counter(reading, "Arrived").known()).isTrue();
		assertThat(counter(reading, "Closed").known()).isFalse();
	}

	private static DashboardPage page(IncidentIndex index, Duration range) {
		return page(false, index, range, Instant.EPOCH);
	}

	private static DashboardPage page(boolean wall, IncidentIndex index, Duration range, Instant readSince) {
		QueueState read = new QueueState(RandomQueues.NOW, index.size(), null, true, true, null, false, false, 0,
				readSince);
		return DashboardPage.of("", wall, source(index, read), TimeRange.last(range), LAST_VISIT, BERLIN);
	}

	private static DashboardSource source(IncidentIndex index, QueueState state) {
		return new DashboardSource(index, SeenChanges.NONE, state, VIEWPOINT, SHIFT,
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
