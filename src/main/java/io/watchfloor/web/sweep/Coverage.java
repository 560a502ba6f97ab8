package io.watchfloor.web.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep searches, and what it does not.
 *
 * @param incidents how many incidents the queue has read, such as {@code 1,284 incidents}
 * @param closedSince the earliest last update of those that are closed, such as
 * {@code 2026-10-24 14:03 UTC}, or {@code null} if none is
 * @param freshness how complete and fresh the queue is
 * @param further the address of the view that makes the queue read further back
 */
record Coverage(String incidents, @Nullable String closedSince, Freshness freshness, String further) {

	/**
	 * Describe what a queue has read.
	 * @param queue the path of the queue
	 */
	static Coverage of(Freshness freshness, Stream<IncidentSummary> incidents, String queue) {
		List<IncidentSummary> all = incidents.toList();
		String closedSince = all.stream()
			.filter((incident) -> !incident.isOpen())
			.map(IncidentSummary::updated)
			.filter(Objects::nonNull)
			.min(Instant::compareTo)
			.map((time) -> Times.minute(time) + " UTC")
			.orElse(null);
		return new Coverage(Numbers.of(all.size(), "incident", "incidents"), closedSince, freshness,
				queue + "?range=180d");
	}

	/**
	 * Return whether all was read that anybody asked for, so that numbers are final.
	 */
	public boolean isComplete() {
		return this.freshness.reading() == null && !this.freshness.cut() && this.freshness.unreadable() == null
				&& this.freshness.partial() == null;
	}

	/**
	 * Return it as a sentence of plain text.
	 */
	String sentence() {
		String closed = (this.closedSince != null) ? ", closed ones last updated since " + this.closedSince : "";
		String asOf = (this.freshness.asOf() != null) ? ", as of " + this.freshness.asOf() : "";
		return (isComplete() ? "" : "at least, as not all was read: ") + this.incidents + closed + asOf;
	}

}
