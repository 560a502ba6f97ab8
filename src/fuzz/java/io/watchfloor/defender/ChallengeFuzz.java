package io.watchfloor.defender;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for a claims challenge that is neither a JSON object nor passed over.
 */
class ChallengeFuzz {

	static Stream<byte[]> seeds() {
		return Stream.of("Bearer error=\"insufficient_claims\", claims=\"e30=\"", "{\"access_token\":{}}").map((header) -> header.getBytes(StandardCharsets.UTF_8));
	}

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "2m")
	void challenge(byte[] input) {
		SpoiltAnswers.challenge(input);
	}

}
