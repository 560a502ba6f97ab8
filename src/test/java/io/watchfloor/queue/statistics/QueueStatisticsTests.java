package io.watchfloor.queue.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.Attention;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.queue.support.SampleAlerts;
import io.watchfloor.support.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Compares each number with the length of the view that it links to.
 */
class QueueStatisticsTests {

	private static final Viewpoint VIEWPOINT = new Viewpoint("ada@contoso.com", RandomIncidents.NOW,
			AttentionSettings.DEFAULT);

	private static final Map<Duration, Duration> RANGES = Map.of(Duration.ofHours(24), Duration.ofHours(1),
			Duration.ofDays(3), Duration.ofHours(6), Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(180),
			Duration.ofDays(7));

	private static final UnaryOperator<String> FIRST_LETTER = (value) -> value.substring(0, 1);

	@Test
	void everyNumberIsTheLengthOfTheViewItOpens() {
		Seeds.tryOut(50, (seed) -> RANGES
			.forEach((range, length) -> check(index(seed), IncidentQuery.DEFAULT.with(TimeRange.last(range)), length)));
	}

	private static void check(IncidentIndex index, IncidentQuery query, Duration length) {
		QueueStatistics statistics = new QueueStatistics(index, query, VIEWPOINT);
		assertThat(statistics.total()).isEqualTo(total(index, query));
		List<Period> periods = statistics.periods(length);
		assertThat(periods.stream().mapToInt(Period::total).sum())
			.isEqualTo(total(index, created(query, TimeRange.between(query.range().start(RandomIncidents.NOW), null))));
		IncidentQuery closed = query.with(Facet.STATUS, Set.of("Resolved"));
		assertThat(periods.stream().mapToInt(Period::closed).sum()).isEqualTo(total(index, closed));
		for (Period period : periods) {
			IncidentQuery part = created(query, period.range());
			assertThat(total(index, part)).isEqualTo(period.total());
			assertThat(total(index, closed.with(period.range()))).isEqualTo(period.closed());
			period.bySeverity()
				.forEach((severity, count) -> assertThat(total(index, part.with(Facet.SEVERITY, Set.of(severity))))
					.isEqualTo(count));
		}
		for (Facet facet : EnumSet.complementOf(EnumSet.of(Facet.ASSET))) {
			Stream.of(UnaryOperator.<String>identity(), FIRST_LETTER)
				.flatMap((name) -> statistics.top(facet, name, 20).stream())
				.forEach((count) -> assertThat(total(index, query.with(facet, count.values())))
					.isEqualTo(count.incidents()));
		}
		statistics
			.table(Facet.SOURCE, FIRST_LETTER, 2,
					(incident) -> List.of("truepositive", "falsepositive")
						.indexOf(incident.classification().toLowerCase(Locale.ROOT)))
			.forEach((row) -> {
				IncidentQuery source = query.with(Facet.SOURCE, row.values());
				assertThat(row.incidents()).containsExactly(
						total(index, source.with(Facet.CLASSIFICATION, Set.of("TruePositive"))),
						total(index, source.with(Facet.CLASSIFICATION, Set.of("FalsePositive"))));
			});
		IncidentQuery narrower = query.with(Facet.STATUS, Set.of("active"))
			.with(Facet.ASSIGNED_TO, Set.of("me", "none"));
		assertThat(statistics.of(narrower).total()).isEqualTo(total(index, narrower));
		Stream.concat(statistics.topDevices(5).stream(), statistics.topUsers(5).stream())
			.forEach((device) -> assertThat(total(index, query.with(Facet.ASSET, device.values())))
				.isEqualTo(device.incidents()));
	}

	/**
	 * What was created in a range: nothing changed before it was created.
	 */
	private static IncidentQuery created(IncidentQuery query, TimeRange range) {
		return query.withCreated(range).with(TimeRange.between(range.from(), null));
	}

	@Test
	void whatIsOverdueComesFirstInItsView() {
		Seeds.tryOut(50, (seed) -> {
			IncidentIndex index = index(seed);
			IncidentQuery view = IncidentQuery.DEFAULT.with(Facet.STATUS, Set.of("Active"))
				.with(Facet.SEVERITY, Set.of("High"))
				.with(new IncidentOrder(IncidentOrder.Column.CREATED, false));
			int overdue = new QueueStatistics(index, view, VIEWPOINT).overdue();
			assertThat(index.all(view, VIEWPOINT).limit(overdue))
				.allMatch((incident) -> Attention.isOverdue(incident, VIEWPOINT));
			assertThat(index.all(view, VIEWPOINT).skip(overdue))
				.noneMatch((incident) -> Attention.isOverdue(incident, VIEWPOINT));
		});
	}

	@Test
	void aSpreadTellsMedianNinetiethAndLongest() {
		assertThat(Spread.ofMillis(10, LongStream.rangeClosed(1, 10).map((millis) -> 11 - millis).toArray()))
			.isEqualTo(new Spread(10, 0, Duration.ofMillis(5), Duration.ofMillis(9), Duration.ofMillis(10)));
		assertThat(Spread.ofMillis(1, -5)).isEqualTo(new Spread(1, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
		assertThat(Spread.ofMillis(0).count()).isZero();
	}

	@Test
	void theNamesOfOneIdAreCountedAsOneDevice() {
		IncidentIndex index = IncidentIndex.EMPTY.with(List.of(incident(1, 3, "1", "desktop-4711"),
				incident(2, 1, "1", "ws-042"), incident(3, 2, "2", "ws-7"), incident(4, 2, null, "DESKTOP-4711")));
		QueueStatistics statistics = new QueueStatistics(index, IncidentQuery.DEFAULT, VIEWPOINT);
		List<NamedCount> devices = statistics.topDevices(5);
		assertThat(devices).extracting(NamedCount::name, NamedCount::incidents)
			.containsExactly(tuple("ws-042", 3), tuple("ws-7", 1));
		assertThat(total(index, IncidentQuery.DEFAULT.with(Facet.ASSET, devices.get(0).values()))).isEqualTo(3);
	}

	private static IncidentSummary incident(long id, long hoursAgo, @Nullable String device, String name) {
		Instant time = RandomIncidents.NOW.minus(Duration.ofHours(hoursAgo));
		return IncidentSummary.of(new Incident(id, null, null, time, time, null, "Active", "High", null, null, null,
				List.of(), List.of(), List.of(SampleAlerts.withDevices(SampleAlerts.device(device, name))), null));
	}

	@Test
	void whatHasNoTimeIsCountedButHasNoDuration() {
		IncidentSummary timeless = IncidentSummary.of(new Incident(1, null, null, null, null, null, "Active", "High",
				null, null, null, List.of(), List.of(), List.of(), null));
		Instant created = RandomIncidents.NOW.minusSeconds(60);
		IncidentSummary timed = IncidentSummary.of(new Incident(2, null, null, created, created, null, "Active", "High",
				null, null, null, List.of(), List.of(), List.of(), null));
		QueueStatistics statistics = new QueueStatistics(IncidentIndex.EMPTY.with(List.of(timeless, timed)),
				IncidentQuery.DEFAULT, VIEWPOINT);
		Duration minute = Duration.ofMinutes(1);
		assertThat(statistics.ages()).isEqualTo(new Spread(2, 1, minute, minute, minute));
		assertThat(statistics.timeToDetect()).isEqualTo(new Spread(2, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO));
		assertThat(statistics.createdFrom(created)).isEqualTo(1);
	}

	@Test
	void spreadsAreThoseOfTheViewsIncidents() {
		Seeds.tryOut(20, (seed) -> {
			QueueStatistics statistics = new QueueStatistics(index(seed), IncidentQuery.DEFAULT, VIEWPOINT);
			assertThat(List.of(statistics.ages(), statistics.timeToDetect(), statistics.timeToLastUpdate()))
				.allSatisfy((spread) -> assertThat(spread.count()).isEqualTo(statistics.total()));
		});
	}

	@Test
	void weeksBeginOnMonday() {
		QueueStatistics empty = new QueueStatistics(IncidentIndex.EMPTY,
				IncidentQuery.DEFAULT.with(TimeRange.last(Duration.ofDays(10))), VIEWPOINT);
		assertThat(empty.periods(Duration.ofDays(7))).extracting(Period::start)
			.containsExactly(Instant.parse("2026-11-09T00:00:00Z"), Instant.parse("2026-11-16T00:00:00Z"),
					Instant.parse("2026-11-23T00:00:00Z"));
		assertThat(empty.periods(Duration.ofDays(7)).get(0).range().from())
			.isEqualTo(RandomIncidents.NOW.minus(Duration.ofDays(10)));
	}

	@Test
	void theLastDayHasTwentyFourHours() {
		QueueStatistics empty = new QueueStatistics(IncidentIndex.EMPTY, IncidentQuery.DEFAULT, VIEWPOINT);
		assertThat(empty.alertsByHour()).hasSize(24).allSatisfy((hour, alerts) -> assertThat(alerts).isZero());
		assertThat(empty.alertsByHour().lastKey()).isEqualTo(RandomIncidents.NOW);
	}

	private static IncidentIndex index(long seed) {
		return IncidentIndex.EMPTY.with(new RandomIncidents(seed).some(100).stream().map(IncidentSummary::of).toList());
	}

	private static int total(IncidentIndex index, IncidentQuery query) {
		return index.select(query, VIEWPOINT).total();
	}

}
