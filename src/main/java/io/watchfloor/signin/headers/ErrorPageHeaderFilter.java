package io.watchfloor.signin.headers;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives error pages the headers of every other answer where the request never came as far
 * as Spring Security's own filter for them: the server or the firewall refused it.
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
