package io.watchfloor.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
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

	/**
	 * The attribute of a pending sign-in that holds the address to return to.
	 */
	static final String RETURN_ADDRESS = SignInRequestResolver.class.getName() + ".returnAddress";

	private final OAuth2AuthorizationRequestResolver delegate;

	private final ClaimsChallengeRepository claimsChallenges;

	SignInRequestResolver(ClientRegistrationRepository registrations, ClaimsChallengeRepository claimsChallenges) {
		this.delegate = new DefaultOAuth2AuthorizationRequestResolver(registrations);
		this.claimsChallenges = claimsChallenges;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		String path = request.getServletPath();
		if (SIGN_IN_PATH.equals(path)) {
			return signIn(request, "/", null);
		}
		if (OTHER_ACCOUNT_PATH.equals(path)) {
			return signIn(request, "/", "select_account");
		}
		if (AGAIN_PATH.equals(path) && "POST".equals(request.getMethod())) {
			return signIn(request, ReturnAddress.of(request, request.getParameter("back")), null);
		}
		return null;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
		return signIn(request, ReturnAddress.of(request), null);
	}

	private @Nullable OAuth2AuthorizationRequest signIn(HttpServletRequest request, String returnAddress,
			@Nullable String prompt) {
		OAuth2AuthorizationRequest resolved = this.delegate.resolve(new WithoutParameters(request),
				EntraClientRegistration.ID);
		if (resolved == null) {
			return null;
		}
		String claims = this.claimsChallenges.pendingClaims(request);
		return OAuth2AuthorizationRequest.from(resolved)
			.attributes((attributes) -> attributes.put(RETURN_ADDRESS, returnAddress))
			.additionalParameters((parameters) -> {
				if (prompt != null) {
					parameters.put("prompt", prompt);
				}
				if (claims != null) {
					parameters.put("claims", claims);
				}
			})
			.build();
	}

	/**
	 * Hides all parameters: Spring's resolver reads {@code action} of whatever page is
	 * requested.
	 */
	private static final class WithoutParameters extends HttpServletRequestWrapper {

		WithoutParameters(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

	}

}
