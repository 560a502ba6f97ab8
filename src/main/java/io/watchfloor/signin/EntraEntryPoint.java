package io.watchfloor.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Redirects navigations to pages that require a sign-in to Entra ID. Scripts of an open
 * page get a 401 instead, so that the page can say that the session is over and start the
 * sign-in itself.
 */
final class EntraEntryPoint implements AuthenticationEntryPoint, RedirectStrategy {

	private final OAuth2AuthorizationRequestResolver requestResolver;

	private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> pendingSignIns;

	private final ObjectProvider<RequestMappingHandlerMapping> pages;

	private final RequestMatcher navigations = new NavigationRequestMatcher();

	private final RedirectStrategy redirectStrategy = new DefaultRedirectStrategy();

	EntraEntryPoint(OAuth2AuthorizationRequestResolver requestResolver,
			AuthorizationRequestRepository<OAuth2AuthorizationRequest> pendingSignIns,
			ObjectProvider<RequestMappingHandlerMapping> pages) {
		this.requestResolver = requestResolver;
		this.pendingSignIns = pendingSignIns;
		this.pages = pages;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		if (!isPage(request)) {
			response.sendError(HttpStatus.NOT_FOUND.value());
			return;
		}
		OAuth2AuthorizationRequest signIn = this.navigations.matches(request)
				? this.requestResolver.resolve(request, EntraClientRegistration.ID) : null;
		if (signIn == null) {
			response.sendError(HttpStatus.UNAUTHORIZED.value());
			return;
		}
		this.pendingSignIns.saveAuthorizationRequest(signIn, request, response);
		sendRedirect(request, response, signIn.getAuthorizationRequestUri());
	}

	/**
	 * Return whether there is a page at the address: nobody is sent to Entra for what
	 * does not exist.
	 */
	private boolean isPage(HttpServletRequest request) {
		ServletRequestPathUtils.parseAndCache(request);
		try {
			return this.pages.getObject().getHandler(request) != null;
		}
		catch (Exception ex) {
			// Another method, or a media type that the page does not come in
			return false;
		}
	}

	@Override
	public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url) throws IOException {
		if (this.navigations.matches(request)) {
			this.redirectStrategy.sendRedirect(request, response, url);
		}
		else {
			response.sendError(HttpStatus.UNAUTHORIZED.value());
		}
	}

}
