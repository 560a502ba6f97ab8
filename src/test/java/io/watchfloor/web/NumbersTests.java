package io.watchfloor.web;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTests {

	@Test
	void timesAreUtcAndAsPreciseAsTheirPlaceNeeds() {
		Instant time = Instant.parse("2026-11-23T14:03:10Z");
		assertThat(Times.minute(time)).isEqualTo("2026-11-23 14:03");
		assertThat(Times.clock(time)).isEqualTo("14:03:10 UTC");
		assertThat(Times.day(time)).isEqualTo("23 November");
	}

	@Test
	void numbersHaveThousands() {
		assertThat(Numbers.of(1, "incident", "incidents")).isEqualTo("1 incident");
		assertThat(Numbers.of(1284, "incident", "incidents")).isEqualTo("1,284 incidents");
	}

}
