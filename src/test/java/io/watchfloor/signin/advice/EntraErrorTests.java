package io.watchfloor.signin.advice;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.HttpClientErrorException;

import static org.assertj.core.api.Assertions.assertThat;

class EntraErrorTests {

	private static final String CLAIMS = "{\"access_token\":{\"polids\":{\"essential\":true,\"values\":[\"1\"]}}}";

	@Test
	void claimsSurviveUntilTheFailureIsHandled() {
		OAuth2Error error = error(CLAIMS);
		assertThat(error.getErrorCode()).isEqualTo("interaction_required");
		assertThat(SignInFailure.of(new ClientAuthorizationException(error, "entra")).claims()).isEqualTo(CLAIMS);
	}

	@Test
	void claimsAreReadFromTheBodyInTheCauseToo() {
		String body = "{\"error\":\"interaction_required\",\"claims\":\"" + CLAIMS.replace("\"", "\\\"") + "\"}";
		SignInFailure failure = SignInFailure.of(HttpClientErrorException.create(HttpStatus.UNAUTHORIZED, "",
				HttpHeaders.EMPTY, body.getBytes(StandardCharsets.UTF_8), null));
		assertThat(failure.error()).isEqualTo("interaction_required");
		assertThat(failure.claims()).isEqualTo(CLAIMS);
	}

	@Test
	void theAddressMeantForDevelopersIsDropped() {
		OAuth2Error error = EntraError.of(Map.of("error", "invalid_grant", "error_uri", "https://evil.example"));
		assertThat(error.getUri()).isNull();
		assertThat(SignInFailure.of(error).claims()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "7", "null", "\"text\"", "{\"a\":", "{\"a\":1} trailing",
			"<script>alert(1)</script>" })
	void claimsThatAreNoJsonObjectAreDropped(String claims) {
		assertThat(SignInFailure.of(error(claims)).claims()).isNull();
	}

	@Test
	void claimsThatAreTooLongAreDropped() {
		assertThat(SignInFailure.of(error("{\"a\":\"" + "x".repeat(2_048) + "\"}")).claims()).isNull();
	}

	private static OAuth2Error error(String claims) {
		return EntraError.of(Map.of("error", "interaction_required", "error_description", "AADSTS50076: Use MFA.",
				"claims", claims));
	}

}
