package io.watchfloor.web.sweep;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.sweep.Sighting;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * An incident that has an indicator, as a row.
 *
 * @param incident the incident
 * @param where where it has the indicator, and how if not as itself, such as
 * {@code URL, host only}
 * @param assets its first devices, users and mailboxes
 * @param from when its activity began, or {@code null} if that is unknown
 * @param to when its activity was last seen, or {@code null} if that is unknown
 */
record SightingRow(IncidentRow incident, String where, String assets, @Nullable Instant from, @Nullable Instant to) {

	private static final int MOST_ASSETS = 3;

	/**
	 * The most characters of an asset's name: more than Defender's own have.
	 */
	private static final int LONGEST = 100;

	/**
	 * Create a row.
	 * @param queue the path of the queue
	 */
	static SightingRow of(Sighting sighting, Viewpoint viewpoint, String queue) {
		IncidentSummary incident = sighting.incident();
		return new SightingRow(IncidentRow.of(incident, viewpoint, queue), where(sighting), assets(incident),
				incident.firstActivity(), incident.lastActivity());
	}

	private static String where(Sighting sighting) {
		return sighting.field().label() + switch (sighting.match()) {
			case ITSELF -> "";
			case SUBDOMAIN -> ", as " + shown(Defang.url(sighting.text()));
			case HOST_ONLY -> ", host only";
		};
	}

	private static String assets(IncidentSummary incident) {
		String first = Stream.of(incident.devices(), incident.users(), incident.mailboxes())
			.flatMap(List::stream)
			.limit(MOST_ASSETS)
			.map(SightingRow::shown)
			.collect(Collectors.joining(", "));
		int more = incident.assets() - MOST_ASSETS;
		return (more > 0) ? first + " +" + Numbers.of(more) : first;
	}

	private static String shown(String text) {
		return ForeignText.shortened(ForeignText.lineOr(text, ""), LONGEST);
	}

	/**
	 * Return when its activity began, to the minute, empty if that is unknown.
	 */
	public String fromMinute() {
		return (this.from != null) ? Times.minute(this.from) : "";
	}

	/**
	 * Return when its activity was last seen, to the minute, empty if that is unknown.
	 */
	public String toMinute() {
		return (this.to != null) ? Times.minute(this.to) : "";
	}

	/**
	 * Return when its activity began, for the {@code datetime} attribute, empty if that
	 * is unknown.
	 */
	public String fromIso() {
		return (this.from != null) ? Times.iso(this.from) : "";
	}

	/**
	 * Return when its activity was last seen, for the {@code datetime} attribute, empty
	 * if that is unknown.
	 */
	public String toIso() {
		return (this.to != null) ? Times.iso(this.to) : "";
	}

}
