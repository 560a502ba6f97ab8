package io.watchfloor.defender;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

import static org.assertj.core.api.Assertions.assertThat;

class TokenInterceptorTests {

	private final List<String> sent = new ArrayList<>();

	private final List<String> reported = new ArrayList<>();

	private int token = 1;

	private final TokenInterceptor interceptor = new TokenInterceptor(URI.create("https://api.example"), "entra",
			(request) -> client("token" + this.token), (failure, analyst, attributes) -> {
				this.reported.add(failure.getError().getErrorCode());
				this.token++;
			});

	@BeforeEach
	void signIn() {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("analyst", ""));
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void readingIsTriedAgainWithTheTokenThatReplacesARefusedOne() throws IOException {
		assertThat(send(HttpMethod.GET)).isEqualTo(HttpStatus.OK);
		assertThat(this.sent).containsExactly("Bearer token1", "Bearer token2");
	}

	@Test
	void aWriteIsSentOnceAlsoWhenItsTokenIsRefusedWhichIsReported() throws IOException {
		assertThat(send(HttpMethod.PATCH)).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(this.sent).containsExactly("Bearer token1");
		assertThat(this.reported).containsExactly("invalid_token");
		assertThat(send(HttpMethod.POST)).isEqualTo(HttpStatus.OK);
	}

	private HttpStatus send(HttpMethod method) throws IOException {
		HttpRequest request = new MockClientHttpRequest(method, URI.create("https://api.example/incidents/7"));
		try (ClientHttpResponse response = this.interceptor.intercept(request, new byte[0], this::answer)) {
			return Objects.requireNonNull(HttpStatus.resolve(response.getStatusCode().value()));
		}
	}

	private ClientHttpResponse answer(HttpRequest request, byte[] body) {
		this.sent.add(String.valueOf(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION)));
		boolean refused = this.sent.size() == 1;
		return new MockClientHttpResponse(new byte[0], refused ? HttpStatus.UNAUTHORIZED : HttpStatus.OK);
	}

	private static OAuth2AuthorizedClient client(String token) {
		ClientRegistration registration = ClientRegistration.withRegistrationId("entra")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientId("id")
			.redirectUri("https://watchfloor.example/back")
			.authorizationUri("https://login.example/authorize")
			.tokenUri("https://login.example/token")
			.build();
		return new OAuth2AuthorizedClient(registration, "analyst",
				new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token, Instant.EPOCH, Instant.MAX));
	}

}
