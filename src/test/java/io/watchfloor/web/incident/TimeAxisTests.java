package io.watchfloor.web.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TimeAxisTests {

	@Test
	void itBeginsAndStepsAtRoundTimes() {
		TimeAxis axis = TimeAxis.over(Instant.parse("2026-11-22T08:17:31Z"), Instant.parse("2026-11-22T14:32:31Z"));
		assertThat(axis).isEqualTo(new TimeAxis(Instant.parse("2026-11-22T08:00:00Z"), Duration.ofHours(1), 7));
		assertThat(shownAt(axis, 1)).containsExactly("08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00",
				"15:00");
	}

	@Test
	void aCloserLookShowsTimesBetween() {
		TimeAxis axis = TimeAxis.over(Instant.parse("2026-11-22T08:00:00Z"), Instant.parse("2026-11-22T08:00:20Z"));
		assertThat(shownAt(axis, 1)).startsWith("08:00", "08:00:05", "08:00:10");
		assertThat(shownAt(axis, 2)).startsWith("08:00", "08:00:02", "08:00:05");
	}

	@Test
	void theDayIsWrittenWhereItChanges() {
		TimeAxis axis = TimeAxis.over(Instant.parse("2026-11-22T20:00:00Z"), Instant.parse("2026-11-23T03:00:00Z"));
		assertThat(axis.ticks()).filteredOn((tick) -> !tick.day().isEmpty())
			.extracting(TimeAxis.Tick::time, TimeAxis.Tick::day)
			.containsExactly(tuple("20:00", "2026-11-22"), tuple("00:00", "2026-11-23"));
	}

	@Test
	void whateverTheTimesTheyStandOnItInOrderAndAreNeverAtItsEnd() {
		Seeds.tryOut(2000, (seed) -> {
			Random random = new Random(seed);
			Instant first = Instant.ofEpochSecond(random.nextLong(-2_208_988_800L, 3_000_000_000L));
			Instant last = first.plusMillis(random.nextLong(1L << random.nextInt(42)));
			TimeAxis axis = TimeAxis.over(first, last);
			assertThat(axis.steps()).isBetween(1, TimeAxis.MOST_STEPS);
			assertThat(axis.percent(first)).isBetween(0.0, axis.percent(last));
			assertThat(axis.percent(last)).isLessThan(98.5);
			assertThat(axis.ticks()).hasSize(axis.steps() * TimeAxis.FINEST + 1);
		});
	}

	private static List<String> shownAt(TimeAxis axis, int zoom) {
		return axis.ticks().stream().filter((tick) -> tick.zoom() <= zoom).map(TimeAxis.Tick::time).toList();
	}

}
