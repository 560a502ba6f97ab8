package io.watchfloor.web.incident;

import java.time.Instant;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * What the analyst's queue knows about an incident that could not be read:
 * {@code error.html} knows it as {@code known}.
 *
 * @param row the incident as the queue has it
 * @param asOf when Defender last answered, such as {@code 14:03:10 UTC}
 * @param age how long ago that was
 */
record KnownIncident(IncidentRow row, String asOf, String age) {

	/**
	 * Find what may be shown in place of the incident.
	 * @param id the incident's number
	 * @param failure why it could not be read
	 * @param path the address of the queue
	 * @return what the queue knows, or {@code null} if it does not have the incident, or
	 * if Defender just refused it to this analyst
	 */
	static @Nullable KnownIncident of(long id, DefenderException failure, AnalystView view, String path) {
		IncidentSummary summary = view.index().find(id).orElse(null);
		Instant asOf = view.snapshot().state().asOf();
		if (summary == null || asOf == null || failure.isRefusal()) {
			return null;
		}
		return new KnownIncident(IncidentRow.of(summary, view.viewpoint(), path), Times.clock(asOf),
				Times.age(asOf, view.now()));
	}

}
