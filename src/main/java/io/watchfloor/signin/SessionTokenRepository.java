package io.watchfloor.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

import io.watchfloor.signin.session.SessionStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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

	/**
	 * How long a node that died while it refreshed may keep others waiting: longer than
	 * Entra ID may take to answer.
	 */
	private static final Duration LONGEST_REFRESH = Duration.ofSeconds(15);

	private final ClientRegistration registration;

	private final SessionStore store;

	SessionTokenRepository(ClientRegistration registration, SessionStore store) {
		this.registration = registration;
		this.store = store;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String clientRegistrationId,
			Authentication principal, HttpServletRequest request) {
		StoredTokens stored = stored(request);
		return (stored != null && stored.analyst().equals(principal.getName()))
				? (T) stored.toAuthorizedClient(this.registration) : null;
	}

	/**
	 * Store the tokens that a sign-in brought, in a new session if there is none.
	 */
	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient authorizedClient, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		request.getSession().setAttribute(ATTRIBUTE, StoredTokens.of(authorizedClient));
	}

	/**
	 * Store refreshed tokens in place of those that the session holds.
	 * @return whether they were stored; if not, the analyst has signed out or somebody
	 * else has signed in meanwhile, and the tokens are to be forgotten
	 */
	boolean replace(OAuth2AuthorizedClient refreshed, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && this.store.read(session, ATTRIBUTE) instanceof StoredTokens stored
				&& stored.analyst().equals(refreshed.getPrincipalName())
				&& this.store.write(session, ATTRIBUTE, StoredTokens.of(refreshed));
	}

	/**
	 * Return whether the access token of a session expires before a time, as far as this
	 * request knows.
	 */
	boolean expiresBefore(HttpServletRequest request, Instant time) {
		StoredTokens stored = stored(request);
		return stored != null && stored.expiresAt() != null && stored.expiresAt().isBefore(time);
	}

	/**
	 * Refresh the access token of a session, unless another request or node has done so
	 * by now. No other node does meanwhile.
	 * @param session the session
	 * @param refresh what loads the tokens and refreshes them if necessary
	 */
	<T> T refresh(HttpSession session, Supplier<T> refresh) {
		return this.store.alone(session, "refresh", LONGEST_REFRESH, () -> {
			this.store.read(session, ATTRIBUTE);
			return refresh.get();
		});
	}

	@Override
	public void removeAuthorizedClient(String clientRegistrationId, @Nullable Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(ATTRIBUTE);
		}
	}

	/**
	 * Return the scopes of the access token of the analyst who is signed in, none where
	 * there is no token of theirs.
	 */
	Set<String> grantedScopes(HttpServletRequest request) {
		StoredTokens stored = stored(request);
		Analyst analyst = AnalystSessions.analyst(request.getSession(false));
		return (stored != null && analyst != null && stored.analyst().equals(analyst.getName())) ? stored.scopes()
				: Set.of();
	}

	/**
	 * Mark an access token as expired that the API refused.
	 * @param request a request of the session that holds it
	 * @param refused the token; nothing happens if the session stores another one by now
	 */
	void expire(HttpServletRequest request, String refused) {
		HttpSession session = request.getSession(false);
		if (session != null && this.store.read(session, ATTRIBUTE) instanceof StoredTokens stored
				&& stored.accessToken().equals(refused)) {
			this.store.write(session, ATTRIBUTE, stored.expired());
		}
	}

	private static @Nullable StoredTokens stored(HttpServletRequest request) {
		return (WebUtils.getSessionAttribute(request, ATTRIBUTE) instanceof StoredTokens stored) ? stored : null;
	}

}
