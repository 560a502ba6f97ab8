package io.watchfloor.web.analyst;

import io.watchfloor.defender.Incident;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The incident that a request has read for its page, so that everything on the page is of
 * the same state.
 */
public final class OpenedIncident {

	private static final String ATTRIBUTE = OpenedIncident.class.getName();

	private OpenedIncident() {
	}

	/**
	 * Return the incident that a request has read.
	 * @return the incident, or {@code null} if the request has read none
	 */
	public static @Nullable Incident of(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof Incident incident) ? incident : null;
	}

	/**
	 * Remember the incident that a request has read.
	 * @return the incident
	 */
	static Incident storeIn(HttpServletRequest request, Incident incident) {
		request.setAttribute(ATTRIBUTE, incident);
		return incident;
	}

}
