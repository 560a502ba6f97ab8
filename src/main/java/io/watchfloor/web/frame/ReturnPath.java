package io.watchfloor.web.frame;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Checks where a form that sets a preference leads back to.
 */
public final class ReturnPath {

	private ReturnPath() {
	}

	/**
	 * Return the page to go back to if it belongs to this application, never another
	 * host. The text is checked before the parsed address: the parser takes
	 * {@code ///host} for a path, browsers for an address.
	 * @param back the address that the form sent
	 * @return a path here, {@code /} for anything else
	 */
	public static URI of(String back, HttpServletRequest request) {
		URI home = URI.create(request.getContextPath() + "/");
		try {
			URI page = new URI(back);
			boolean here = back.startsWith("/") && !back.startsWith("//") && !page.isAbsolute()
					&& page.getRawAuthority() == null;
			return here ? page : home;
		}
		catch (URISyntaxException ex) {
			return home;
		}
	}

}
