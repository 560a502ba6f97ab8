package io.watchfloor.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshFailureKindTests {

	@ParameterizedTest
	@CsvSource({ "invalid_grant, SIGN_IN_REQUIRED", "interaction_required, SIGN_IN_REQUIRED",
			"consent_required, SIGN_IN_REQUIRED", "login_required, SIGN_IN_REQUIRED", "invalid_token, SIGN_IN_REQUIRED",
			"invalid_client, PERMANENT", "unauthorized_client, PERMANENT", "invalid_scope, PERMANENT",
			"nobody_knows, PERMANENT", "temporarily_unavailable, TEMPORARY", "server_error, TEMPORARY",
			"invalid_token_response, TEMPORARY" })
	void theOauthErrorAloneDecides(String error, RefreshFailureKind expected) {
		OAuth2Error oauth = new OAuth2Error(error, "AADSTS7000215: a number that says otherwise", null);
		assertThat(RefreshFailureKind.of(new ClientAuthorizationException(oauth, "entra"))).isEqualTo(expected);
	}

	@Test
	void aMissingTokenIsCuredBySigningIn() {
		assertThat(RefreshFailureKind.of(new ClientAuthorizationRequiredException("entra")))
			.isEqualTo(RefreshFailureKind.SIGN_IN_REQUIRED);
	}

	@Test
	void aRefusedSecretIsNotCuredBySigningIn() {
		assertThat(RefreshFailureKind.of(wrapping(HttpClientErrorException.create(HttpStatus.UNAUTHORIZED, "",
				HttpHeaders.EMPTY, "{\"error\":\"invalid_client\"}".getBytes(StandardCharsets.UTF_8), null))))
			.isEqualTo(RefreshFailureKind.PERMANENT);
	}

	@Test
	void aTimeoutPasses() {
		assertThat(RefreshFailureKind.of(wrapping(new ResourceAccessException("I/O", new IOException("timed out")))))
			.isEqualTo(RefreshFailureKind.TEMPORARY);
	}

	@Test
	void aBrokenAuthorityPasses() {
		assertThat(RefreshFailureKind.of(wrapping(
				HttpServerErrorException.create(HttpStatus.BAD_GATEWAY, "", HttpHeaders.EMPTY, new byte[0], null))))
			.isEqualTo(RefreshFailureKind.TEMPORARY);
	}

	private static ClientAuthorizationException wrapping(RuntimeException cause) {
		return new ClientAuthorizationException(new OAuth2Error("invalid_token_response"), "entra", cause);
	}

}
