package io.watchfloor.web.format;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZonedTimesTests {

	private static final ZonedTimes BERLIN = new ZonedTimes(ZoneId.of("Europe/Berlin"));

	private static final Instant NOW = Instant.parse("2026-11-23T23:03:10Z");

	@Test
	void todayIsThatOfTheZone() {
		assertThat(BERLIN.brief(Instant.parse("2026-11-23T23:00:00Z"), NOW)).isEqualTo("00:00");
		assertThat(BERLIN.brief(Instant.parse("2026-11-23T22:59:59Z"), NOW)).isEqualTo("Mon 23 Nov 23:59");
		assertThat(BERLIN.brief(Instant.parse("2025-11-12T08:00:00Z"), NOW)).isEqualTo("12 Nov 2025 09:00");
	}

	@Test
	void aTimeIsWrittenForAFieldToo() {
		assertThat(BERLIN.field(NOW)).isEqualTo("2026-11-24T00:03");
		assertThat(BERLIN.day(NOW, NOW)).isEqualTo("Tue 24 Nov 00:03");
	}

	@Test
	void theZonesNameFollowsSummerTime() {
		assertThat(BERLIN.name(NOW)).isEqualTo("CET");
		assertThat(BERLIN.name(Instant.parse("2026-07-01T00:00:00Z"))).isEqualTo("CEST");
		assertThat(new ZonedTimes(ZoneId.of("UTC")).name(NOW)).isEqualTo("UTC");
	}

}
