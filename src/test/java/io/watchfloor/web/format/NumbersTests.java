package io.watchfloor.web.format;

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
		assertThat(Numbers.of(0)).isEqualTo("0");
		assertThat(Numbers.of(999)).isEqualTo("999");
		assertThat(Numbers.of(123_456)).isEqualTo("123,456");
		assertThat(Numbers.of(1_000_007)).isEqualTo("1,000,007");
	}

}
