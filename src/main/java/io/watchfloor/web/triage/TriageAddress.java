package io.watchfloor.web.triage;

import java.net.URI;

import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.frame.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of an incident's page with an answer on it, or with the form filled in.
 */
final class TriageAddress {

	/**
	 * The parameter that names the form whose answer the page has. A name of another
	 * session is ignored.
	 */
	static final String FORM = "form";

	/**
	 * The parameter that fills in classification and determination. The parameters of
	 * these names are the view's that the incident was opened from.
	 */
	static final String JUDGEMENT = "judge";

	/**
	 * Where the section stands on the page.
	 */
	static final String ANCHOR = "triage";

	private TriageAddress() {
	}

	/**
	 * Return the path of an incident's page.
	 */
	static String incident(HttpServletRequest request, long id) {
		return request.getContextPath() + StandardView.PATH + "/" + id;
	}

	/**
	 * Lead to a page of an incident.
	 * @param page the page
	 * @param form names the answer that the page has, or {@code null} for none
	 */
	static ResponseEntity<Void> redirect(String page, @Nullable String form) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(with(page, FORM, form))).build();
	}

	/**
	 * Return the page that a form came from, if it is one of the incident, or else the
	 * incident's own.
	 * @param back the page, as the form says
	 */
	static String back(HttpServletRequest request, long id, String back) {
		String incident = incident(request, id);
		URI page = ReturnPath.of(back, request);
		String path = page.getRawPath();
		return (path.equals(incident) || path.startsWith(incident + "/")) ? page.toString() : incident;
	}

	/**
	 * Return a page with one of the two parameters and without the other.
	 * @param page a path with its query
	 * @param value its value, or {@code null} for neither
	 */
	static String with(String page, String name, @Nullable String value) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(page)
			.replaceQueryParam(FORM)
			.replaceQueryParam(JUDGEMENT)
			.fragment(ANCHOR);
		if (value != null) {
			address.replaceQueryParam(name, value);
		}
		return address.build(true).toUriString();
	}

}
