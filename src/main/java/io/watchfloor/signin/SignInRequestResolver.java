package io.watchfloor.signin;

import java.util.HashMap;
import java.util.Map;

import io.watchfloor.signin.SignInRequestFactory.Purpose;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.consent.WriteConsent;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Creates the authorization request to Entra ID when somebody signs in, and remembers the
 * address to return to. Signing in asks for reading only; the permission to write is
 * asked for when an analyst wants to write. No query parameter of the current request
 * reaches the authority or changes where it sends its response.
 */
final class SignInRequestResolver implements OAuth2AuthorizationRequestResolver {

	/**
	 * The path of the sign-in link.
	 */
	static final String SIGN_IN_PATH = "/oauth2/authorization/" + EntraClientRegistration.ID;

	/**
	 * The path of the link that signs in with another account.
	 */
	static final String OTHER_ACCOUNT_PATH = "/sign-in/other-account";

	/**
	 * The path of the form that signs in again before a session ends and returns to the
	 * page with the form.
	 */
	static final String AGAIN_PATH = "/sign-in/again";

	private final SignInRequestFactory requests;

	private final ClaimsChallengeRepository claimsChallenges;

	private final ApiAccess access;

	private final @Nullable WriteConsent writeConsent;

	/**
	 * Create a resolver.
	 * @param requests creates the authorization requests
	 * @param claimsChallenges has the claims that the next sign-in has to request
	 * @param access the API that incidents are read from
	 * @param writeConsent tells for whom the permission to write is asked, or
	 * {@code null} where nobody may write
	 */
	SignInRequestResolver(SignInRequestFactory requests, ClaimsChallengeRepository claimsChallenges, ApiAccess access,
			@Nullable WriteConsent writeConsent) {
		this.requests = requests;
		this.claimsChallenges = claimsChallenges;
		this.access = access;
		this.writeConsent = writeConsent;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		String path = request.getServletPath();
		if (SIGN_IN_PATH.equals(path)) {
			return signIn(request, ReturnAddress.start(request), null);
		}
		if (OTHER_ACCOUNT_PATH.equals(path)) {
			return signIn(request, ReturnAddress.start(request), "select_account");
		}
		if (AGAIN_PATH.equals(path) && "POST".equals(request.getMethod())) {
			return signIn(request, ReturnAddress.of(request, request.getParameter("back")), null);
		}
		if (this.writeConsent != null && WriteConsent.PATH.equals(path) && "POST".equals(request.getMethod())) {
			return askForWriting(request, this.writeConsent.askedIn(request));
		}
		return null;
	}

	/**
	 * Ask for the permission to write in addition, for the analyst who is signed in.
	 * Entra ID shows its page of consent only where something is still to consent to, so
	 * there is no {@code prompt}: it would also ask those for whom an administrator has
	 * consented.
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/identity-platform/consent-types-developer#incremental-and-dynamic-user-consent">Incremental
	 * and dynamic user consent</a>
	 */
	private @Nullable OAuth2AuthorizationRequest askForWriting(HttpServletRequest request,
			@Nullable String sessionData) {
		Analyst analyst = AnalystSessions.analyst(request.getSession(false));
		if (analyst == null || sessionData == null) {
			return null;
		}
		String back = ReturnAddress.of(request, request.getParameter("back"));
		Map<String, Object> parameters = parameters(request);
		String username = analyst.username();
		if (username != null && !username.isBlank()) {
			parameters.put("login_hint", username);
		}
		return create(request, new Purpose(back, sessionData), parameters);
	}

	@Override
	public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
		return signIn(request, ReturnAddress.of(request), null);
	}

	private OAuth2AuthorizationRequest signIn(HttpServletRequest request, String returnAddress,
			@Nullable String prompt) {
		Map<String, Object> parameters = parameters(request);
		if (prompt != null) {
			parameters.put("prompt", prompt);
		}
		return create(request, new Purpose(returnAddress, null), parameters);
	}

	/**
	 * Return the claims to request, where there are any.
	 */
	private Map<String, Object> parameters(HttpServletRequest request) {
		Map<String, Object> parameters = new HashMap<>();
		String claims = this.access.claimsRequest(this.claimsChallenges.pendingClaims(request));
		if (claims != null) {
			parameters.put("claims", claims);
		}
		return parameters;
	}

	private OAuth2AuthorizationRequest create(HttpServletRequest request, Purpose purpose,
			Map<String, Object> parameters) {
		return this.requests.create(request, this.requests.newState(), purpose, parameters);
	}

}
