package io.watchfloor.signin;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that another site sent (403), before anything reads their content. The
 * CSRF token would stop them too; this filter does not depend on it.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch
 * Metadata Request Headers, Sec-Fetch-Site</a>
 */
final class CrossSiteFormFilter extends OncePerRequestFilter {

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!SAFE_METHODS.contains(request.getMethod()) && isCrossSite(request.getHeader("Sec-Fetch-Site"))) {
			response.sendError(HttpStatus.FORBIDDEN.value());
			return;
		}
		chain.doFilter(request, response);
	}

	/**
	 * Return whether the header names another site. Browsers that do not send it are left
	 * to the CSRF token.
	 */
	private static boolean isCrossSite(@Nullable String site) {
		return site != null && !OWN_SITE.contains(site);
	}

}
