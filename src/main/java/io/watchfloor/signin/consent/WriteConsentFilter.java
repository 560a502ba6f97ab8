package io.watchfloor.signin.consent;

import java.io.IOException;
import java.util.function.Function;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads back to the page at once when asking Entra ID for the permission to write would
 * be in vain, or is not needed any more. The page says which. It stands behind the check
 * of the CSRF token, and before what leads to Entra ID.
 */
public final class WriteConsentFilter extends OncePerRequestFilter {

	private final WriteConsent consent;

	private final Function<HttpServletRequest, String> page;

	/**
	 * Create the filter.
	 * @param consent tells whether asking may help
	 * @param page returns the address of the page to return to, a path of this
	 * application
	 */
	public WriteConsentFilter(WriteConsent consent, Function<HttpServletRequest, String> page) {
		this.consent = consent;
		this.page = page;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isAsked(request) || this.consent.mayAsk(request)) {
			chain.doFilter(request, response);
			return;
		}
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader("Location", this.page.apply(request));
	}

	private static boolean isAsked(HttpServletRequest request) {
		return WriteConsent.PATH.equals(request.getServletPath()) && HttpMethod.POST.matches(request.getMethod());
	}

}
