package io.watchfloor.signin;

import java.util.HashMap;
import java.util.Map;

import io.watchfloor.signin.api.ApiAccess;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Creates the authorization request to Entra ID when somebody signs in, and remembers the
 * address to return to. No query parameter of the current request reaches the authority
 * or changes where it sends its response.
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

	SignInRequestResolver(SignInRequestFactory requests, ClaimsChallengeRepository claimsChallenges, ApiAccess access) {
		this.requests = requests;
		this.claimsChallenges = claimsChallenges;
		this.access = access;
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
		return null;
	}

	@Override
	public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
		return signIn(request, ReturnAddress.of(request), null);
	}

	private OAuth2AuthorizationRequest signIn(HttpServletRequest request, String returnAddress,
			@Nullable String prompt) {
		Map<String, Object> parameters = new HashMap<>();
		String claims = this.access.claimsRequest(this.claimsChallenges.pendingClaims(request));
		if (prompt != null) {
			parameters.put("prompt", prompt);
		}
		if (claims != null) {
			parameters.put("claims", claims);
		}
		return this.requests.create(request, this.requests.newState(), returnAddress, parameters);
	}

}
