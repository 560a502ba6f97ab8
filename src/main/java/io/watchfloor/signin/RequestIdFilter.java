package io.watchfloor.signin;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Assigns each request an id that appears in all its log lines and on its error page.
 *
 * @see <a href="https://www.elastic.co/docs/reference/ecs/ecs-http">ECS, {@code
 * http.request.id}</a>
 */
public final class RequestIdFilter extends OncePerRequestFilter {

	/**
	 * The name of the id in log lines.
	 */
	static final String MDC_KEY = "http.request.id";

	private static final String ATTRIBUTE = RequestIdFilter.class.getName();

	RequestIdFilter() {
	}

	/**
	 * Return the id of a request.
	 * @param request the request
	 * @return a random UUID, the same as long as the request lasts
	 */
	public static String of(HttpServletRequest request) {
		if (request.getAttribute(ATTRIBUTE) instanceof String known) {
			return known;
		}
		String id = UUID.randomUUID().toString();
		request.setAttribute(ATTRIBUTE, id);
		return id;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		MDC.put(MDC_KEY, of(request));
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(MDC_KEY);
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

}
