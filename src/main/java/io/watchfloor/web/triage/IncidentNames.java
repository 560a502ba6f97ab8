package io.watchfloor.web.triage;

import java.util.Objects;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * Names incidents and leads to their pages.
 *
 * @param index what the analyst's queue holds
 * @param base the path under which the application runs
 */
record IncidentNames(IncidentIndex index, String base) {

	private static final int LONGEST = 300;

	/**
	 * Return the name of an incident, or else its number.
	 * @param known the incident as it was read, or {@code null}
	 */
	String name(long id, @Nullable Incident known) {
		String fallback = "Incident " + id;
		if (known != null) {
			String name = ForeignText.lineOr(Objects.requireNonNullElse(known.name(), ""), fallback);
			return ForeignText.shortened(name, LONGEST);
		}
		return this.index.find(id).map(IncidentRow::title).orElse(fallback);
	}

	/**
	 * Return the address of the page of an incident.
	 */
	String address(long id) {
		return this.base + StandardView.PATH + "/" + id;
	}

}
