package io.watchfloor.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpServer;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.signin.session.SessionStore;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Entra ID is told of claims challenges where incidents are read from Microsoft
 * Graph.
 */
@IntegrationTest
class GraphClaimsTests {

	private static final String TENANT = "0a1b2c3d-0000-4000-8000-00000000000a";

	private static final String CAPABILITY = "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}";

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private static final ApiAccess GRAPH = new ApiAccess(IncidentApi.GRAPH,
			Set.of("https://graph.microsoft.com/SecurityIncident.Read.All",
					"https://graph.microsoft.com/SecurityAlert.Read.All"));

	private final ClaimsChallengeRepository challenges = new ClaimsChallengeRepository(SessionStore.IN_MEMORY,
			new MutableClock(NOW));

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void everySignInDeclaresTheCapability() {
		assertThat(claimsOfSignIn(GRAPH)).isEqualTo(CAPABILITY);
	}

	@Test
	void aSignInAfterAChallengeAsksForItsClaimsAsWell() {
		this.request.getSession();
		this.challenges.accept(this.request, "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}}}");
		assertThat(claimsOfSignIn(GRAPH)).isEqualTo(
				"{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"},\"xms_cc\":{\"values\":[\"cp1\"]}}}");
		this.challenges.removeClaims(this.request);
		assertThat(claimsOfSignIn(GRAPH)).isEqualTo(CAPABILITY);
	}

	@Test
	void aSignInForTheDefenderApiDeclaresNothing() {
		assertThat(claimsOfSignIn(new ApiAccess(IncidentApi.DEFENDER, Set.of("https://api.example/Incident.Read"))))
			.isNull();
	}

	@Test
	void everyRefreshDeclaresTheCapability() throws IOException {
		assertThat(refreshed(GRAPH.claimsRequest(null))).contains("grant_type=refresh_token", "claims=" + CAPABILITY);
		assertThat(refreshed(null)).contains("grant_type=refresh_token").doesNotContain("claims");
	}

	private @Nullable Object claimsOfSignIn(ApiAccess access) {
		SignInRequestFactory requests = new SignInRequestFactory(
				SampleRegistration.at(TENANT, URI.create("https://login.example")), access, new PublicAddress(null));
		return new SignInRequestResolver(requests, this.challenges, access, null)
			.resolve(this.request, EntraClientRegistration.ID)
			.getAdditionalParameters()
			.get("claims");
	}

	/**
	 * Refresh a token at a token endpoint that issues another one.
	 * @return the form that the endpoint got
	 */
	private static String refreshed(@Nullable String claims) throws IOException {
		BlockingQueue<String> forms = new LinkedBlockingQueue<>();
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			byte[] token = "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, token.length);
			exchange.getResponseBody().write(token);
			exchange.close();
		});
		server.start();
		try {
			OAuth2AccessToken token = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "a", NOW,
					NOW.plusSeconds(1), Set.of());
			new TokenResponseClientFactory(null, null, claims, Duration.ofSeconds(5),
					new EntraHealth(new MutableClock(NOW)))
				.refreshTokenClient()
				.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
						SampleRegistration.at(TENANT, URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
						token, new OAuth2RefreshToken("r", NOW)));
			return URLDecoder.decode(forms.remove(), StandardCharsets.UTF_8);
		}
		finally {
			server.stop(0);
		}
	}

}
