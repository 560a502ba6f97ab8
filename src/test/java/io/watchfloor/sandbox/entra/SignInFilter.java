package io.watchfloor.sandbox.entra;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Between an authorization request that was found in order and its code: shows the
 * account page and the consent page where the request or the session calls for them, and
 * stops accounts without consent.
 */
final class SignInFilter extends OncePerRequestFilter {

	private final EntraControls controls;

	private final ConsentStep consent;

	private final AuthorizeErrors errors;

	SignInFilter(EntraControls controls, ConsentStep consent, AuthorizeErrors errors) {
		this.controls = controls;
		this.consent = consent;
		this.errors = errors;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !EntraTenant.AUTHORIZE.equals(request.getRequestURI());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			AccountAuthentication user = signedIn();
			AccountChoice choice = takeChoice(request);
			checkFaults(choice);
			if (choice == null && needsPage(request, user)) {
				EntraPages.send(response, 200, EntraPages.accounts(request));
				return;
			}
			if (user == null) {
				throw new EntraRefusal(EntraError.NO_SESSION);
			}
			if (!user.account().consented()) {
				throw new EntraRefusal(EntraError.CONSENT);
			}
			String page = this.consent.page(request, user.account(), choice);
			if (page != null) {
				EntraPages.send(response, 200, page);
				return;
			}
			chain.doFilter(request, response);
		}
		catch (OAuth2AuthenticationException ex) {
			this.errors.onAuthenticationFailure(request, response, ex);
		}
	}

	private void checkFaults(@Nullable AccountChoice choice) {
		OAuth2Error fault = this.controls.takeAuthorizeFault();
		if (fault != null) {
			throw new OAuth2AuthenticationException(fault);
		}
		if (choice != null && choice.button() == AccountChoice.Button.CANCEL) {
			throw new EntraRefusal(EntraError.DECLINED);
		}
		if (choice != null && choice.button() == AccountChoice.Button.RETURN) {
			throw new EntraRefusal(EntraError.ADMIN_CONSENT);
		}
	}

	private static boolean needsPage(HttpServletRequest request, @Nullable AccountAuthentication user) {
		String prompt = request.getParameter("prompt");
		if ("none".equals(prompt)) {
			return false;
		}
		String hint = request.getParameter("login_hint");
		return user == null || "login".equals(prompt) || "select_account".equals(prompt) || (hint != null
				&& !hint.equalsIgnoreCase(user.account().username()) && !hint.equals(user.loginHint()));
	}

	private static @Nullable AccountAuthentication signedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication instanceof AccountAuthentication user) ? user : null;
	}

	private static @Nullable AccountChoice takeChoice(HttpServletRequest request) {
		AccountChoice choice = choice(request);
		if (choice != null) {
			request.getSession().removeAttribute(AccountChoice.ATTRIBUTE);
		}
		return choice;
	}

	/**
	 * The choice that was made for this very request.
	 */
	static @Nullable AccountChoice choice(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object choice = (session != null) ? session.getAttribute(AccountChoice.ATTRIBUTE) : null;
		return (choice instanceof AccountChoice made && Objects.equals(made.query(), request.getQueryString())) ? made
				: null;
	}

}
