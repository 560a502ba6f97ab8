package io.watchfloor.signin.redis;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Gives requests their session from Redis. Requests for static files and for the health
 * have none, so that they are answered without Redis; other requests get an error page
 * while Redis does not answer.
 */
final class RedisSessionFilter implements Filter {

	private static final Logger logger = LoggerFactory.getLogger(RedisSessionFilter.class);

	private static final List<String> WITHOUT_SESSION = List.of("/css/", "/js/", "/icons/", "/favicon.ico", "/webjars/",
			"/actuator/health");

	private final Filter sessionFilter;

	/**
	 * Create the filter.
	 * @param sessionFilter Spring Session's filter
	 */
	RedisSessionFilter(Filter sessionFilter) {
		this.sessionFilter = sessionFilter;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (needsNoSession((HttpServletRequest) request)) {
			chain.doFilter(request, response);
			return;
		}
		try {
			this.sessionFilter.doFilter(request, response, chain);
		}
		catch (DataAccessException ex) {
			answerWithoutRedis(request, (HttpServletResponse) response, ex);
		}
	}

	private static boolean needsNoSession(HttpServletRequest request) {
		// The error page of a static file that is not there needs none either
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed != null) ? failed.toString().substring(request.getContextPath().length())
				: request.getServletPath();
		return RedisOutage.of(request) || WITHOUT_SESSION.stream().anyMatch(path::startsWith);
	}

	private static void answerWithoutRedis(ServletRequest request, HttpServletResponse response,
			DataAccessException failure) throws IOException {
		logger.warn("Redis does not answer: {}", NestedExceptionUtils.getMostSpecificCause(failure).toString());
		if (response.isCommitted()) {
			throw failure;
		}
		RedisOutage.mark(request);
		response.reset();
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RedisOutage.SECONDS_UNTIL_RETRY));
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
