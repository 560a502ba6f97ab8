package io.watchfloor.signin;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for an ID token that is accepted although the tenant did not sign it.
 */
class IdTokenFuzz {

	static Stream<byte[]> seeds() {
		return SpoiltIdTokens.tokens().stream().map((token) -> token.getBytes(StandardCharsets.UTF_8));
	}

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "2m")
	void token(byte[] input) {
		BugDetectors.allowNetworkConnections(SpoiltIdTokens::isTenant);
		SpoiltIdTokens.token(input);
	}

}
