package io.watchfloor.signin.refusal;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests for another host than Watchfloor's own (421), except those for its
 * health: a load balancer asks each machine by the machine's name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20">RFC 9110, section
 * 15.5.20, 421 Misdirected Request</a>
 */
public final class KnownHostFilter extends OncePerRequestFilter {

	/**
	 * Before anything else that answers, and after what gives the request its id.
	 */
	public static final int ORDER = RefusalConfiguration.ORDER;

	private static final String HEALTH = "/actuator/health";

	private final String host;

	/**
	 * Create the filter.
	 * @param host Watchfloor's own host
	 */
	public KnownHostFilter(String host) {
		this.host = host;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.host.equalsIgnoreCase(request.getServerName()) || isHealth(request)) {
			chain.doFilter(request, response);
			return;
		}
		response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
	}

	private static boolean isHealth(HttpServletRequest request) {
		return (request.getRequestURI() + "/").startsWith(request.getContextPath() + HEALTH + "/");
	}

}
