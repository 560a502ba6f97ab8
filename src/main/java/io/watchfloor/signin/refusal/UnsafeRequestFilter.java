package io.watchfloor.signin.refusal;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses unsafe requests before anything reads their body: those of another site, those
 * without a session, and those that come while many others are still being read. Reading
 * a body waits for the client, so whoever sends slowly holds a thread: without a session
 * nobody gets that far, and with one never all threads are held.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch
 * Metadata Request Headers, Sec-Fetch-Site</a>
 */
public final class UnsafeRequestFilter extends OncePerRequestFilter {

	/**
	 * Before the filters that read parameters.
	 */
	public static final int ORDER = RefusalConfiguration.ORDER + 2;

	/**
	 * How many bodies may be read at a time, of 200 threads.
	 */
	static final int MAX_BODIES = 50;

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

	private final Semaphore bodies = new Semaphore(MAX_BODIES);

	private final HeaderWriter headers;

	private final BiConsumer<HttpServletRequest, String> refused;

	/**
	 * Create the filter.
	 * @param headers writes the headers of redirects
	 * @param refused receives each request that is refused, and why, in a word
	 */
	public UnsafeRequestFilter(HeaderWriter headers, BiConsumer<HttpServletRequest, String> refused) {
		this.headers = headers;
		this.refused = refused;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (SAFE_METHODS.contains(request.getMethod())) {
			chain.doFilter(request, response);
		}
		else if (isCrossSite(request.getHeader("Sec-Fetch-Site"))) {
			this.refused.accept(request, "cross-site");
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
		else if (!request.isRequestedSessionIdValid()) {
			refuseWithoutSession(request, response);
		}
		else if (this.bodies.tryAcquire()) {
			try {
				if (isReadable(request, response)) {
					chain.doFilter(request, response);
				}
			}
			finally {
				this.bodies.release();
			}
		}
		else {
			this.refused.accept(request, "too-many");
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
		}
	}

	/**
	 * Read the form that the body may be, and refuse it if it is too large or cannot be
	 * read. Where somebody else asks for it first, Tomcat logs what it cannot read, which
	 * may be from a report that nobody else is to see.
	 */
	private static boolean isReadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			request.getParameterMap();
			return true;
		}
		catch (InvalidParameterException ex) {
			response.sendError(ex.getErrorCode());
			return false;
		}
	}

	/**
	 * Refuse a request that cannot bring a valid CSRF token, because the token belongs to
	 * a session. Who signs out of a session that is already over made no mistake.
	 */
	private void refuseWithoutSession(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getRequestURI().equals(request.getContextPath() + "/logout")) {
			this.headers.writeHeaders(request, response);
			response.sendRedirect(request.getContextPath() + "/");
			return;
		}
		this.refused.accept(request, "no-session");
		response.sendError(HttpStatus.FORBIDDEN.value());
	}

	/**
	 * Return whether the header names another site. Browsers that do not send it are left
	 * to the CSRF token, which would stop the others too.
	 */
	private static boolean isCrossSite(@Nullable String site) {
		return site != null && !OWN_SITE.contains(site);
	}

}
