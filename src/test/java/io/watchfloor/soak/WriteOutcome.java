package io.watchfloor.soak;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says became of a change of one incident.
 */
enum WriteOutcome {

	/** It is written. */
	DONE,

	/** It is not written, for sure. */
	NOT_DONE,

	/** It was not there a moment after the connection broke off. */
	NOT_THERE_YET,

	/** Nobody can tell. */
	UNKNOWN,

	/** The page says nothing, as an error page does. */
	UNTOLD;

	/**
	 * Read what the page of an incident says.
	 * @param page the page
	 */
	static WriteOutcome ofIncident(Element page) {
		Element result = page.selectFirst(".triage-result");
		if (result == null) {
			return UNTOLD;
		}
		String heading = text(result.selectFirst("[data-triage-focus]"));
		if (heading.equals("Written")) {
			return DONE;
		}
		if (heading.startsWith("Not written") || heading.equals("Nothing to write")) {
			return result.text().contains("a moment later") ? NOT_THERE_YET : NOT_DONE;
		}
		return UNKNOWN;
	}

	/**
	 * Read what the page of a run says of one of its incidents.
	 * @param result the row of the incident
	 */
	static WriteOutcome ofRun(Element result) {
		return switch (result.attr("data-result")) {
			case "done" -> DONE;
			case "conflict", "redirected", "unchanged" -> NOT_DONE;
			case "not-done" -> result.text().contains("did not answer as it should") ? NOT_THERE_YET : NOT_DONE;
			default -> UNKNOWN;
		};
	}

	private static String text(@Nullable Element element) {
		return (element != null) ? element.text() : "";
	}

}
