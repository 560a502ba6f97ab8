package io.watchfloor.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Calls to Entra time out: against a server that accepts connections and sends nothing.
 */
@Timeout(20)
class EntraTimeoutTests {

	private static final Duration TIMEOUT = Duration.ofMillis(300);

	private static final EntraHealth HEALTH = new EntraHealth(Clock.systemUTC());

	private static final String HEADER_AND_CLAIMS = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.e30.AA";

	private ServerSocket silence;

	@BeforeEach
	void listen() throws IOException {
		this.silence = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	@AfterEach
	void close() throws IOException {
		this.silence.close();
	}

	@Test
	void aRefreshIsGivenUp() {
		OAuth2AccessToken token = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "a", Instant.EPOCH,
				Instant.EPOCH.plusSeconds(1), Set.of());
		OAuth2RefreshTokenGrantRequest request = new OAuth2RefreshTokenGrantRequest(registration(), token,
				new OAuth2RefreshToken("r", Instant.EPOCH));
		assertThatExceptionOfType(OAuth2AuthorizationException.class)
			.isThrownBy(() -> new TokenResponseClientFactory(null, null, null, TIMEOUT, HEALTH).refreshTokenClient()
				.getTokenResponse(request));
	}

	@Test
	void fetchingTheKeysIsGivenUp() {
		assertThatExceptionOfType(JwtException.class)
			.isThrownBy(() -> new IdTokenDecoderFactory("tenant", TIMEOUT, HEALTH).createDecoder(registration())
				.decode(HEADER_AND_CLAIMS));
	}

	private ClientRegistration registration() {
		return SampleRegistration.at("0a1b2c3d-0000-4000-8000-00000000000a",
				URI.create("http://127.0.0.1:" + this.silence.getLocalPort()));
	}

}
