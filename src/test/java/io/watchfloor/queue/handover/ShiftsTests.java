package io.watchfloor.queue.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ShiftsTests {

	private static final List<LocalTime> THREE = List.of(LocalTime.of(22, 0), LocalTime.of(6, 0), LocalTime.of(14, 0));

	private static final Shifts UTC = new Shifts(THREE, ZoneId.of("UTC"));

	private static final Shifts BERLIN = new Shifts(THREE, ZoneId.of("Europe/Berlin"));

	@ParameterizedTest
	@CsvSource({ "2026-11-23T14:03:10Z, 2026-11-23T14:00:00Z, 2026-11-23T22:00:00Z",
			"2026-11-23T14:00:00Z, 2026-11-23T14:00:00Z, 2026-11-23T22:00:00Z",
			"2026-11-23T13:59:59Z, 2026-11-23T06:00:00Z, 2026-11-23T14:00:00Z",
			"2026-11-23T03:00:00Z, 2026-11-22T22:00:00Z, 2026-11-23T06:00:00Z" })
	void aShiftLastsUntilTheNextBeginsAlsoPastMidnight(Instant time, Instant start, Instant end) {
		assertThat(UTC.at(time)).isEqualTo(new Shift(start, end));
	}

	@Test
	void theOneBeforeEndsWhenAShiftBegins() {
		Shift shift = UTC.at(Instant.parse("2026-11-23T07:00:00Z"));
		assertThat(UTC.before(shift)).isEqualTo(new Shift(Instant.parse("2026-11-22T22:00:00Z"), shift.start()));
	}

	@Test
	void theTimesAreMeantInTheirZone() {
		assertThat(BERLIN.at(Instant.parse("2026-11-23T13:30:00Z")).start())
			.isEqualTo(Instant.parse("2026-11-23T13:00:00Z"));
		assertThat(BERLIN.at(Instant.parse("2026-07-23T13:30:00Z")).start())
			.isEqualTo(Instant.parse("2026-07-23T12:00:00Z"));
	}

	@Test
	void theNightInWhichClocksAreChangedIsAnHourLongerOrShorter() {
		assertThat(length(BERLIN.at(Instant.parse("2026-10-25T00:30:00Z")))).isEqualTo(Duration.ofHours(9));
		assertThat(length(BERLIN.at(Instant.parse("2026-03-29T00:30:00Z")))).isEqualTo(Duration.ofHours(7));
	}

	@Test
	void oneShiftLastsADay() {
		Shifts one = new Shifts(List.of(LocalTime.of(8, 0), LocalTime.of(8, 0)), ZoneId.of("UTC"));
		assertThat(one.starts()).hasSize(1);
		assertThat(length(one.at(Instant.parse("2026-11-23T07:59:00Z")))).isEqualTo(Duration.ofDays(1));
		assertThatIllegalArgumentException().isThrownBy(() -> new Shifts(List.of(), ZoneId.of("UTC")));
	}

	private static Duration length(Shift shift) {
		return Duration.between(shift.start(), shift.end());
	}

}
