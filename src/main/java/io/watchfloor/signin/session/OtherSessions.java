package io.watchfloor.signin.session;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Ends the sessions of an analyst in other browsers, on whichever node.
 */
@FunctionalInterface
public interface OtherSessions {

	/**
	 * End every session of the analyst who sent a request, but for the one of the request
	 * itself.
	 * @param request a request of somebody who is signed in
	 * @return how many sessions were ended
	 */
	int end(HttpServletRequest request);

}
