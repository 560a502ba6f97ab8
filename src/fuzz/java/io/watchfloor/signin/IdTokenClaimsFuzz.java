package io.watchfloor.signin;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for claims that sign in somebody without an identity, or break the sign-in.
 */
class IdTokenClaimsFuzz {

	static Stream<byte[]> seeds() {
		return Stream.of(SpoiltIdTokens.CLAIMS.getBytes(StandardCharsets.UTF_8));
	}

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "2m")
	void claims(byte[] input) {
		BugDetectors.allowNetworkConnections(SpoiltIdTokens::isTenant);
		SpoiltIdTokens.claims(input);
	}

}
