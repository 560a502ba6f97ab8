package io.watchfloor.signin;

import java.io.IOException;
import java.util.Set;

import io.watchfloor.signin.SignInRequestFactory.Purpose;
import io.watchfloor.signin.advice.SignInFailure;
import io.watchfloor.signin.consent.WriteConsent;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.StringUtils;

/**
 * Redirects to the requested page after a successful sign-in, and forwards to a page that
 * explains the failure after a failed one. The forwarded request holds the exception as
 * {@link WebAttributes#AUTHENTICATION_EXCEPTION}.
 */
public final class SignInResultHandler implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	/**
	 * The path of the page that explains a failed sign-in, reached by forwarding only.
	 */
	public static final String FAILURE_PATH = "/sign-in/failed";

	/**
	 * The attribute of the forwarded request that holds the address of the page to go on
	 * with, where somebody is still signed in.
	 */
	public static final String STILL_SIGNED_IN = "io.watchfloor.signin.stillSignedIn";

	/**
	 * How a callback fails that comes a second time, or long after its sign-in began. Who
	 * is signed in anyway, as after going back in the browser, wants the page.
	 */
	private static final Set<String> REPEATED = Set.of("authorization_request_not_found",
			OAuth2ErrorCodes.INVALID_GRANT);

	private final ClaimsChallengeRepository claimsChallenges;

	private final AnalystSessions sessions;

	private final RotatedSessionIds rotatedIds;

	private final AuditLog audit;

	private final @Nullable WriteConsent writeConsent;

	SignInResultHandler(ClaimsChallengeRepository claimsChallenges, AnalystSessions sessions,
			RotatedSessionIds rotatedIds, AuditLog audit, @Nullable WriteConsent writeConsent) {
		this.claimsChallenges = claimsChallenges;
		this.sessions = sessions;
		this.rotatedIds = rotatedIds;
		this.audit = audit;
		this.writeConsent = writeConsent;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		this.claimsChallenges.removeClaims(request);
		Analyst analyst = Analyst.of(authentication);
		boolean first = this.rotatedIds.signedIn(PendingSignInRepository.cookieOf(request),
				PendingSignInRepository.namesIn(request), authentication.getName());
		if (!first && !request.isRequestedSessionIdValid()) {
			forgetSession(request, response);
			redirect(request, response);
			return;
		}
		if (analyst != null) {
			this.sessions.begin(request.getSession(), analyst);
			this.audit.signedIn(request, analyst);
			recordGrant(request, analyst);
			makeCsrfToken(request);
		}
		redirect(request, response);
	}

	/**
	 * Make the token of the session's forms, which is stored with everything else now.
	 * The first page would have to store the session once more, where that may be slow.
	 */
	private static void makeCsrfToken(HttpServletRequest request) {
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken deferred) {
			deferred.getToken();
		}
	}

	/**
	 * End the session that has just begun, without a word to the browser: it has received
	 * the cookie of another one, in which the same analyst is signed in. With two of them
	 * it would keep one, and the other would hold tokens until it ends by itself.
	 */
	private static void forgetSession(HttpServletRequest request, HttpServletResponse response) {
		request.getSession().invalidate();
		response.reset();
	}

	/**
	 * Record whether a sign-in that asked for the permission to write has brought it.
	 */
	private void recordGrant(HttpServletRequest request, Analyst analyst) {
		WriteConsent asked = asked(request);
		if (asked == null) {
			return;
		}
		if (asked.of(request).isGranted()) {
			this.audit.writePermissionGranted(request, analyst);
			return;
		}
		SignInFailure missing = SignInFailure.of(new OAuth2Error(SignInFailure.PERMISSION_NOT_ISSUED));
		asked.refused(request, missing);
		this.audit.writePermissionRefused(request, analyst, missing);
	}

	/**
	 * Return the consent that a callback answers, or {@code null} if it answers another
	 * sign-in, or concerns another analyst than the one who is signed in now.
	 */
	private @Nullable WriteConsent asked(HttpServletRequest request) {
		Purpose purpose = Purpose.of(request);
		return (this.writeConsent != null && purpose != null
				&& this.writeConsent.concerns(request, purpose.writingIn())) ? this.writeConsent : null;
	}

	private static void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.sendRedirect(returnAddress(request));
	}

	private static String returnAddress(HttpServletRequest request) {
		Purpose purpose = Purpose.of(request);
		return (purpose != null) ? purpose.returnAddress() : ReturnAddress.home(request);
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException thrown) throws IOException, ServletException {
		AuthenticationException failure = withOwnError(request, thrown);
		SignInFailure details = SignInFailure.of(failure);
		Analyst analyst = AnalystSessions.analyst(request.getSession(false));
		if (analyst != null && (REPEATED.contains(details.error()) || recordRefusal(request, analyst, details))) {
			redirect(request, response);
			return;
		}
		if (analyst != null) {
			request.setAttribute(STILL_SIGNED_IN, returnAddress(request));
		}
		this.audit.signInRefused(request, details);
		request.setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION, failure);
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		request.getRequestDispatcher(FAILURE_PATH).forward(request, response);
	}

	/**
	 * Record that the permission to write was refused. The analyst stays signed in as
	 * before. Where Conditional Access requires claims for it, the next attempt has them.
	 * @return whether it was that
	 */
	private boolean recordRefusal(HttpServletRequest request, Analyst analyst, SignInFailure failure) {
		WriteConsent asked = asked(request);
		if (asked == null || !asked.refused(request, failure)) {
			return false;
		}
		if (failure.claims() != null) {
			this.claimsChallenges.accept(request, failure.claims());
		}
		this.audit.writePermissionRefused(request, analyst, failure);
		return true;
	}

	/**
	 * Give a callback without an answer of the authority an error of its own. Spring
	 * Security calls it {@code invalid_request}, as authorities call a request that they
	 * do not understand.
	 */
	private static AuthenticationException withOwnError(HttpServletRequest request, AuthenticationException failure) {
		boolean invalidRequest = failure instanceof OAuth2AuthenticationException oauth
				&& OAuth2ErrorCodes.INVALID_REQUEST.equals(oauth.getError().getErrorCode());
		boolean answered = has(request, OAuth2ParameterNames.STATE)
				&& (has(request, OAuth2ParameterNames.CODE) || has(request, OAuth2ParameterNames.ERROR));
		return (invalidRequest && !answered)
				? new OAuth2AuthenticationException(new OAuth2Error(SignInFailure.INCOMPLETE_CALLBACK), failure)
				: failure;
	}

	private static boolean has(HttpServletRequest request, String parameter) {
		return StringUtils.hasText(request.getParameter(parameter));
	}

}
