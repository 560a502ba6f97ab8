package io.watchfloor.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.watchfloor.signin.advice.ClaimsRequest;
import io.watchfloor.signin.advice.SignInFailure;
import io.watchfloor.signin.session.SessionLocks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Provides the analyst's access token and refreshes it when it has expired. Requests of
 * one session wait for each other, so that many tabs at the moment of expiry cause one
 * refresh. When Entra refuses a refresh, the analyst signs in again and returns to the
 * same address.
 */
final class AnalystTokenManager implements OAuth2AuthorizedClientManager {

	/**
	 * How long before it expires an access token may be refreshed: a little more than the
	 * minute of Spring Security's clock skew.
	 */
	private static final Duration MAY_BE_REFRESHED = Duration.ofSeconds(75);

	private final SessionLocks locks = new SessionLocks();

	private final OAuth2AuthorizedClientManager delegate;

	private final SessionTokenRepository tokens;

	private final ClaimsChallengeRepository claimsChallenges;

	private final AuditLog audit;

	private final Clock clock;

	AnalystTokenManager(DefaultOAuth2AuthorizedClientManager delegate, SessionTokenRepository tokens,
			ClaimsChallengeRepository claimsChallenges, AuditLog audit, Clock clock) {
		this.delegate = delegate;
		this.tokens = tokens;
		this.claimsChallenges = claimsChallenges;
		this.audit = audit;
		this.clock = clock;
		delegate.setAuthorizationSuccessHandler((client, analyst, attributes) -> onRefresh(client, analyst));
	}

	/**
	 * Store refreshed tokens, unless the analyst signed out in another tab while Entra
	 * was asked: then they are forgotten, and this request needs a sign-in like any
	 * other.
	 */
	private void onRefresh(OAuth2AuthorizedClient client, Authentication analyst) {
		ServletRequestAttributes current = currentAttributes();
		if (!this.tokens.replace(client, current.getRequest())) {
			throw new ClientAuthorizationRequiredException(client.getClientRegistration().getRegistrationId());
		}
		this.audit.tokenRefreshed(current.getRequest(), Analyst.of(analyst));
	}

	/**
	 * Return the analyst's tokens, refreshed if necessary.
	 * @throws ClientAuthorizationRequiredException if the analyst has to sign in again
	 * @throws TokenRefreshException if there is no valid token and a sign-in would not
	 * help or was tried within the last minute
	 */
	@Override
	public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest authorizeRequest) {
		ServletRequestAttributes current = currentAttributes();
		HttpSession session = current.getRequest().getSession(false);
		if (session == null) {
			throw new ClientAuthorizationRequiredException(authorizeRequest.getClientRegistrationId());
		}
		Supplier<@Nullable OAuth2AuthorizedClient> authorize = () -> authorize(authorizeRequest, current);
		return this.locks.call(session,
				() -> this.tokens.expiresBefore(current.getRequest(), this.clock.instant().plus(MAY_BE_REFRESHED))
						? this.tokens.refresh(session, authorize) : authorize.get());
	}

	private @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest authorizeRequest,
			ServletRequestAttributes current) {
		try {
			return this.delegate.authorize(authorizeRequest);
		}
		catch (ClientAuthorizationRequiredException ex) {
			throw ex;
		}
		catch (ClientAuthorizationException ex) {
			return afterFailedRefresh(authorizeRequest, ex, current);
		}
	}

	private OAuth2AuthorizedClient afterFailedRefresh(OAuth2AuthorizeRequest authorizeRequest,
			ClientAuthorizationException failure, ServletRequestAttributes current) {
		String registrationId = authorizeRequest.getClientRegistrationId();
		Authentication analyst = authorizeRequest.getPrincipal();
		RefreshFailureKind kind = RefreshFailureKind.of(failure);
		SignInFailure details = SignInFailure.of(failure);
		this.audit.refreshRefused(current.getRequest(), Analyst.of(analyst), details);
		if (kind == RefreshFailureKind.SIGN_IN_REQUIRED
				&& this.claimsChallenges.accept(current.getRequest(), details.claims())) {
			this.tokens.removeAuthorizedClient(registrationId, analyst, current.getRequest(), response(current));
			throw new ClientAuthorizationRequiredException(registrationId);
		}
		OAuth2AuthorizedClient stored = this.tokens.loadAuthorizedClient(registrationId, analyst, current.getRequest());
		if (stored != null && kind != RefreshFailureKind.PERMANENT && hasNotExpired(stored)) {
			return stored;
		}
		throw new TokenRefreshException(failure);
	}

	private boolean hasNotExpired(OAuth2AuthorizedClient client) {
		Instant expiresAt = client.getAccessToken().getExpiresAt();
		return expiresAt != null && this.clock.instant().isBefore(expiresAt);
	}

	/**
	 * Handle an access token that the API refused (RFC 6750, section 3): the next call
	 * refreshes it or, without a refresh token or after a claims challenge, requires a
	 * new sign-in. No second automatic sign-in is tried within a minute.
	 * @param failure the API's error; a claims challenge has the code
	 * {@code insufficient_claims} and the claims as its description
	 * @param attributes the authorized client whose token was refused, under the name of
	 * its class
	 */
	void onRefusedToken(OAuth2AuthorizationException failure, Map<String, Object> attributes) {
		HttpServletRequest request = currentAttributes().getRequest();
		HttpSession session = request.getSession(false);
		Object client = attributes.get(OAuth2AuthorizedClient.class.getName());
		if (session == null || !(client instanceof OAuth2AuthorizedClient refused)) {
			return;
		}
		this.locks.call(session, () -> {
			onRefusedToken(failure.getError(), refused, request, session);
			return session;
		});
	}

	private void onRefusedToken(OAuth2Error error, OAuth2AuthorizedClient refused, HttpServletRequest request,
			HttpSession session) {
		boolean claimsWanted = "insufficient_claims".equals(error.getErrorCode());
		Analyst analyst = AnalystSessions.analyst(session);
		if (claimsWanted && analyst != null) {
			this.audit.accessRefused(request, analyst, error.getErrorCode());
		}
		if (!claimsWanted && refused.getRefreshToken() != null) {
			this.tokens.expire(request, refused.getAccessToken().getTokenValue());
		}
		else if (this.claimsChallenges.accept(request,
				claimsWanted ? ClaimsRequest.parse(error.getDescription()) : null)) {
			this.tokens.removeAuthorizedClient(EntraClientRegistration.ID, null, request,
					response(currentAttributes()));
		}
	}

	private static ServletRequestAttributes currentAttributes() {
		return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
	}

	private static HttpServletResponse response(ServletRequestAttributes current) {
		return Objects.requireNonNull(current.getResponse());
	}

}
