package io.watchfloor.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.web.util.WebUtils;

/**
 * Stores an analyst's tokens in their session, so that they end with it, and returns them
 * only to the analyst they were issued to.
 */
final class SessionTokenRepository implements OAuth2AuthorizedClientRepository {

	private static final String ATTRIBUTE = SessionTokenRepository.class.getName();

	private final ClientRegistration registration;

	SessionTokenRepository(ClientRegistration registration) {
		this.registration = registration;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String clientRegistrationId,
			Authentication principal, HttpServletRequest request) {
		StoredTokens stored = stored(request);
		return (stored != null && stored.analyst().equals(principal.getName()))
				? (T) stored.toAuthorizedClient(this.registration) : null;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient authorizedClient, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		StoredTokens tokens = StoredTokens.of(authorizedClient);
		if (!tokens.equals(stored(request))) {
			WebUtils.setSessionAttribute(request, ATTRIBUTE, tokens);
		}
	}

	@Override
	public void removeAuthorizedClient(String clientRegistrationId, @Nullable Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		WebUtils.setSessionAttribute(request, ATTRIBUTE, null);
	}

	/**
	 * Mark an access token as expired that the API refused.
	 * @param request a request of the session that holds it
	 * @param refused the token; nothing happens if the session stores another one by now
	 */
	void expire(HttpServletRequest request, String refused) {
		StoredTokens stored = stored(request);
		if (stored != null && stored.accessToken().equals(refused)) {
			WebUtils.setSessionAttribute(request, ATTRIBUTE, stored.expired());
		}
	}

	private static @Nullable StoredTokens stored(HttpServletRequest request) {
		return (WebUtils.getSessionAttribute(request, ATTRIBUTE) instanceof StoredTokens stored) ? stored : null;
	}

}
