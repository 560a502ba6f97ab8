package io.watchfloor.queue.sweep;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchField;

/**
 * An incident that has an indicator.
 *
 * @param incident the incident
 * @param match how it has the indicator
 * @param field the field that has it, the first if several have
 * @param text how that field writes it, in lower case: the subdomain of a domain, and of
 * a URL of which only the host occurs, that host
 */
public record Sighting(IncidentSummary incident, Match match, SearchField field, String text) {

	/**
	 * How an incident has an indicator, the best first.
	 */
	public enum Match {

		ITSELF, SUBDOMAIN, HOST_ONLY

	}

}
