package io.watchfloor.web.frame;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Answers for a style, script or icon of another version with this version's. While nodes
 * are upgraded one after the other, the page of one names files that the other does not
 * have, and a page with styles of a neighbouring version is better than one without. Such
 * an answer is not stored: the address belongs to what the other version has. Libraries
 * are left out: the number of their version is in their address too.
 */
@Component
class OtherVersionFilter extends OncePerRequestFilter {

	private static final Pattern VERSION = Pattern
		.compile("(?<=^/js)/[0-9a-f]{32}(?=/)|(?<=^/(?:css|icons)/.{1,200})-[0-9a-f]{32}(?=\\.[a-z]{1,10}$)");

	private final ObjectProvider<ResourceUrlProvider> addresses;

	OtherVersionFilter(ObjectProvider<ResourceUrlProvider> addresses) {
		this.addresses = addresses;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String address = request.getRequestURI().substring(request.getContextPath().length());
		String here = addressHere(address);
		if (here == null || here.equals(address)) {
			chain.doFilter(request, response);
		}
		else {
			request.getRequestDispatcher(here).forward(request, new NotStored(response));
		}
	}

	/**
	 * The address that this version has for a file.
	 * @return {@code null} if it has no such file, or if the address has no version in it
	 */
	private @Nullable String addressHere(String address) {
		String file = VERSION.matcher(address).replaceFirst("");
		return file.equals(address) ? null : this.addresses.getObject().getForLookupPath(file);
	}

	/**
	 * An answer that nobody stores, whatever is said of it.
	 */
	private static final class NotStored extends HttpServletResponseWrapper {

		NotStored(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void setHeader(String name, String value) {
			super.setHeader(name,
					name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL) ? CacheControl.noStore().getHeaderValue() : value);
		}

	}

}
