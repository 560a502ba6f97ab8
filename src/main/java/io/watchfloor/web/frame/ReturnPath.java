package io.watchfloor.web.frame;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a form that only remembers something goes back to.
 */
public final class ReturnPath {

	private ReturnPath() {
	}

	/**
	 * The page to go back to, if it is one of this application's: never another host. The
	 * text itself counts: of {@code ///host} the parser makes a path, and browsers an
	 * address.
	 * @param back what the form says
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
