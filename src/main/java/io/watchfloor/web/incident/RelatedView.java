package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.List;

import io.watchfloor.queue.Ages;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchText;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.statistics.RelatedIncident;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.entity.EntitySearch;
import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * An incident that shares assets or evidence with the one that a page shows.
 *
 * @param row the incident
 * @param updated how long ago it last changed, in words
 * @param shared the assets and evidence of both, the rarest first
 * @param more how many more both have
 */
record RelatedView(IncidentRow row, String updated, List<Link> shared, int more) {

	private static final int MOST_SHARED = 6;

	static RelatedView of(RelatedIncident related, Viewpoint viewpoint, String path) {
		List<Link> shared = related.shared()
			.stream()
			.limit(MOST_SHARED)
			.map((value) -> link(value, related.incident(), path))
			.toList();
		return new RelatedView(IncidentRow.of(related.incident(), viewpoint, path),
				updated(related.incident().updated(), viewpoint.now()), shared,
				related.shared().size() - shared.size());
	}

	private static String updated(@Nullable Instant time, Instant now) {
		return (time != null) ? "updated " + Times.age(time, now) : "updated: " + Ages.UNKNOWN;
	}

	/**
	 * Link a shared value, defanged if it is an address, to the view of the queue with
	 * all incidents that have it. A value that is too long for an address gets no link.
	 */
	private static Link link(String value, IncidentSummary incident, String path) {
		boolean asset = incident.hasAnyAsset(List.of(SearchText.composed(value)));
		EntitySearch search = (asset) ? EntitySearch.asset(value) : EntitySearch.words(value);
		return Link.to(ForeignText.lineOr(Defang.address(value), ""),
				(search != null) ? path + "?" + search.query() : null);
	}

}
