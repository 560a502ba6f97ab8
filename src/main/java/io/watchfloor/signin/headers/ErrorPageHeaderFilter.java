package io.watchfloor.signin.headers;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes the security headers on error pages of requests that never reached Spring
 * Security's own header filter, because the server or the firewall rejected them.
 */
final class ErrorPageHeaderFilter extends OncePerRequestFilter {

	private final HeaderWriter headers;

	ErrorPageHeaderFilter(HeaderWriter headers) {
		this.headers = headers;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.headers.writeHeaders(request, response);
		chain.doFilter(request, response);
	}

}
