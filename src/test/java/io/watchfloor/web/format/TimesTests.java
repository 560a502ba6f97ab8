package io.watchfloor.web.format;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTests {

	private static final Instant TIME = Instant.parse("2026-11-23T14:03:10.9876543Z");

	@Test
	void aTimeIsWrittenToTheSecondWithItsZone() {
		assertThat(Times.utc(TIME)).isEqualTo("2026-11-23 14:03:10 UTC");
		assertThat(Times.iso(TIME)).isEqualTo("2026-11-23T14:03:10Z");
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 14:03", "PT9H56M, 14:03", "PT9H57M, 23 Nov 14:03", "PT-15H, 23 Nov 14:03", "P30D, 23 Nov 14:03",
			"P39D, 2026-11-23 14:03" })
	void aBriefTimeLeavesOutTheDateOfTodayAndTheYearOfThisYear(Duration ago, String words) {
		assertThat(Times.brief(TIME, TIME.plus(ago))).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, just now", "PT0.9S, just now", "PT1S, 1 s ago", "PT59S, 59 s ago", "PT60S, 1 min ago",
			"PT59M59S, 59 min ago", "PT5H, 5 h ago", "PT23H59M, 23 h ago", "P1D, 1 d ago", "P400D, 400 d ago",
			"PT-2M, in 2 min" })
	void anAgeIsToldInItsLargestUnit(Duration age, String words) {
		assertThat(Times.age(TIME, TIME.plus(age))).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "PT40S, 40 s", "PT12M4S, 12 min 4 s", "PT12M, 12 min", "PT5H12M30S, 5 h 12 min", "PT5H0M59S, 5 h",
			"P3DT4H59M, 3 d 4 h", "P3D, 3 d" })
	void aSpanIsToldInItsTwoLargestUnits(Duration span, String words) {
		assertThat(Times.exact(span)).isEqualTo(words);
	}

}
