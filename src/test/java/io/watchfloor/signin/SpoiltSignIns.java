package io.watchfloor.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.watchfloor.signin.advice.ClaimsRequest;
import io.watchfloor.signin.advice.SignInAdvice;
import io.watchfloor.signin.advice.SignInAdvisor;
import io.watchfloor.signin.advice.EntraErrorHandler;
import io.watchfloor.signin.advice.SignInFailure;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.signin.check.TokenCheck;
import io.watchfloor.signin.check.TokenInspector;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Checks what must hold for any bytes that Entra, a browser or somebody in their name
 * sends.
 */
final class SpoiltSignIns {

	private static final URI AUTHORITY = URI.create("https://login.example");

	private static final ApiAccess ACCESS = new ApiAccess(IncidentApi.DEFENDER,
			Set.of("https://api.example/Incident.Read"));

	private static final SignInAdvisor ADVISOR = new SignInAdvisor(AUTHORITY, "tenant", "client", ACCESS, "redirect");

	private static final TokenInspector INSPECTOR = new TokenInspector(ACCESS, "tenant", "client");

	private SpoiltSignIns() {
	}

	/**
	 * Check an error at the redirect URI: nothing of its text is shown but ids of a
	 * strict form.
	 */
	static void callback(byte[] error) {
		String text = text(error);
		check(ADVISOR.advise(new OAuth2Error(text.isBlank() ? "none" : text, text, text)));
	}

	/**
	 * Check a response of the token endpoint that is no token.
	 */
	static void tokenError(byte[] body) {
		for (int status : List.of(400, 401, 503)) {
			assertThatExceptionOfType(OAuth2AuthorizationException.class)
				.isThrownBy(() -> new EntraErrorHandler().handleError(AUTHORITY, HttpMethod.POST,
						new MockClientHttpResponse(body, HttpStatusCode.valueOf(status))))
				.satisfies((failure) -> check(ADVISOR.advise(failure)))
				.satisfies((failure) -> claims(SignInFailure.of(failure).claims()));
		}
	}

	/**
	 * Check the claims of a challenge.
	 */
	static void claimsRequest(byte[] json) {
		claims(ClaimsRequest.parse(text(json)));
	}

	/**
	 * Check an access token whose claims are shown.
	 */
	static void accessToken(byte[] token) {
		String text = text(token);
		TokenCheck check = INSPECTOR.inspect(text, Set.of(text), null, Instant.EPOCH);
		assertThat(check.claims()).allSatisfy(
				(claim) -> assertThat(claim.value()).hasSizeLessThan(10_000).doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
	}

	/**
	 * Check an address to return to.
	 */
	static void returnAddress(byte[] address) {
		String[] parts = text(address).split("\\?", 2);
		MockHttpServletRequest request = new MockHttpServletRequest("GET", parts[0]);
		request.setQueryString((parts.length == 2) ? parts[1] : null);
		assertThat(ReturnAddress.of(request)).startsWith("/")
			.hasSizeLessThan(4_001)
			.matches((back) -> !back.startsWith("//") && !back.startsWith("/\\"));
	}

	private static void check(SignInAdvice advice) {
		assertThat(advice.title()).isNotBlank();
		assertThat(List.of(advice.title() + advice.happened() + advice.meaning() + advice.code() + advice.traceId()
				+ advice.correlationId() + advice.timestamp() + advice.steps() + advice.adminLink()))
			.allSatisfy((shown) -> assertThat(shown).doesNotContainPattern("[\\p{Cntrl}<\u202e]|script|7\\*7"));
	}

	private static void claims(@Nullable String claims) {
		assertThat((claims != null) ? claims : "{}").startsWith("{").endsWith("}").hasSizeLessThan(2_049);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
