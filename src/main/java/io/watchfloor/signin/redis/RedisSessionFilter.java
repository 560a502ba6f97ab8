package io.watchfloor.signin.redis;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * Gives requests their session from Redis. Requests for static files and for the health
 * have none, so that they are answered without Redis; other requests get an error page
 * while Redis does not answer.
 */
final class RedisSessionFilter implements Filter {

	private static final Logger logger = LoggerFactory.getLogger(RedisSessionFilter.class);

	private static final List<String> WITHOUT_SESSION = List.of("/css/", "/js/", "/icons/", "/favicon.ico", "/webjars/",
			"/actuator/health");

	private final Supplier<Filter> sessionFilters;

	private final RedisMeters meters;

	/**
	 * Create the filter.
	 * @param sessionFilters makes Spring Session's filter for a request
	 * @param meters counts the answers that Redis did not let come about
	 */
	RedisSessionFilter(Supplier<Filter> sessionFilters, RedisMeters meters) {
		this.sessionFilters = sessionFilters;
		this.meters = meters;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (needsNoSession((HttpServletRequest) request)) {
			chain.doFilter(request, response);
			return;
		}
		try {
			this.sessionFilters.get().doFilter(request, response, chain);
		}
		catch (ServletException | RuntimeException ex) {
			DataAccessException failure = failure(ex);
			if (failure == null || response.isCommitted()) {
				throw ex;
			}
			answerWithoutRedis(request, (HttpServletResponse) response, failure);
		}
	}

	/**
	 * Return the failure of Redis that has led to another one: what a controller throws
	 * comes wrapped.
	 */
	private static @Nullable DataAccessException failure(@Nullable Throwable thrown) {
		return (thrown == null || thrown instanceof DataAccessException) ? (DataAccessException) thrown
				: failure(thrown.getCause());
	}

	private static boolean needsNoSession(HttpServletRequest request) {
		// The error page of a static file that is not there needs none either
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed != null) ? failed.toString().substring(request.getContextPath().length())
				: request.getServletPath();
		return RedisOutage.of(request) || WITHOUT_SESSION.stream().anyMatch(path::startsWith);
	}

	private void answerWithoutRedis(ServletRequest request, HttpServletResponse response, DataAccessException failure)
			throws IOException {
		logger.warn("A request cannot be answered because of Redis: {}",
				NestedExceptionUtils.getMostSpecificCause(failure).toString());
		this.meters.unavailable();
		RedisOutage.mark(request);
		// Who was just about to be signed in is not, and their page would want a session
		request.removeAttribute(RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME);
		response.reset();
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RedisOutage.SECONDS_UNTIL_RETRY));
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
