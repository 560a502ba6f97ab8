package io.watchfloor.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Decides what is asked of Entra ID when somebody signs in, and remembers the address to
 * come back to. Nothing that a request's query says reaches the authority or changes
 * where it answers to.
 */
final class SignInRequestResolver implements OAuth2AuthorizationRequestResolver {

	/**
	 * The address of the sign-in link.
	 */
	static final String SIGN_IN_PATH = "/oauth2/authorization/" + EntraClientRegistration.ID;

	/**
	 * The address that signs in as somebody else.
	 */
	static final String OTHER_ACCOUNT_PATH = "/sign-in/other-account";

	/**
	 * The address of the form that signs in afresh before a session ends, and comes back
	 * to the page that it was on.
	 */
	static final String AGAIN_PATH = "/sign-in/again";

	/**
	 * The attribute of a pending request that holds where to go after it.
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
	 * Spring's resolver reads the parameter {@code action} of whatever page is asked for.
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
