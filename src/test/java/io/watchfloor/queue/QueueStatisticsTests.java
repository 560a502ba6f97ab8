package io.watchfloor.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.LongStream;

import io.watchfloor.Seeds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Numbers must equal the length of the views that they open.
 */
class QueueStatisticsTests {

	private static final Viewpoint VIEWPOINT = new Viewpoint(null, RandomIncidents.NOW, Viewpoint.PATIENCE);

	@Test
	void everyNumberIsTheLengthOfTheViewItOpens() {
		Seeds.tryOut(50, QueueStatisticsTests::checkEveryNumberIsTheLengthOfTheViewItOpens);
	}

	private static void checkEveryNumberIsTheLengthOfTheViewItOpens(long seed) {
		IncidentIndex index = IncidentIndex.EMPTY
			.with(new RandomIncidents(seed).some(100).stream().map(IncidentSummary::of).toList());
		QueueStatistics statistics = new QueueStatistics(index, IncidentQuery.DEFAULT, VIEWPOINT);
		statistics.byDayAndSeverity(ZoneOffset.UTC)
			.forEach((day, severities) -> severities.forEach((severity, count) -> {
				if (!severity.isEmpty()) {
					assertThat(total(index, on(day).with(Facet.SEVERITY, Set.of(severity)))).isEqualTo(count);
				}
			}));
		statistics.topDevices(5)
			.forEach((
					device) -> assertThat(total(index, IncidentQuery.DEFAULT.with(Facet.ASSET, Set.of(device.value()))))
						.isEqualTo(device.incidents()));
	}

	@Test
	void aSpreadTellsMedianNinetiethAndLongest() {
		assertThat(Spread.ofMillis(LongStream.rangeClosed(1, 10)))
			.isEqualTo(new Spread(10, Duration.ofMillis(5), Duration.ofMillis(9), Duration.ofMillis(10)));
		assertThat(Spread.ofMillis(LongStream.of(-5)))
			.isEqualTo(new Spread(1, Duration.ZERO, Duration.ZERO, Duration.ZERO));
		assertThat(Spread.ofMillis(LongStream.empty()).count()).isZero();
	}

	@Test
	void theLastDayHasTwentyFourHours() {
		QueueStatistics empty = new QueueStatistics(IncidentIndex.EMPTY, IncidentQuery.DEFAULT, VIEWPOINT);
		assertThat(empty.alertsByHour()).hasSize(24).allSatisfy((hour, alerts) -> assertThat(alerts).isZero());
		assertThat(empty.alertsByHour().lastKey()).isEqualTo(RandomIncidents.NOW);
	}

	/**
	 * The part of a day that lies in the default range.
	 */
	private static IncidentQuery on(LocalDate day) {
		TimeRange month = TimeRange.DEFAULT;
		Instant from = day.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC);
		Instant start = month.start(RandomIncidents.NOW);
		return IncidentQuery.DEFAULT
			.with(TimeRange.between((from.isAfter(start)) ? from : start, from.plus(Duration.ofDays(1))));
	}

	private static int total(IncidentIndex index, IncidentQuery query) {
		return index.select(query, VIEWPOINT).total();
	}

}
