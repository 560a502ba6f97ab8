package io.watchfloor.web.narrative;

import java.time.Instant;
import java.util.List;

import io.watchfloor.queue.Ages;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.related.RelatedIncident;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * An incident that shares something with the one that a page shows.
 *
 * @param row the incident
 * @param updated how long ago it last changed, in words
 * @param shared what both hold, the rarest first
 * @param more how many more values both hold
 */
public record RelatedView(IncidentRow row, String updated, List<SharedView> shared, int more) {

	private static final int MOST_SHARED = 4;

	static RelatedView of(RelatedIncident related, Viewpoint viewpoint, String path, ReadIncidents read) {
		List<SharedView> shared = related.shared()
			.stream()
			.limit(MOST_SHARED)
			.map((value) -> SharedView.of(value, path, read))
			.toList();
		return new RelatedView(IncidentRow.of(related.incident(), viewpoint, path),
				updated(related.incident().updated(), viewpoint.now()), shared,
				related.shared().size() - shared.size());
	}

	private static String updated(@Nullable Instant time, Instant now) {
		return (time != null) ? "updated " + Times.age(time, now) : "updated: " + Ages.UNKNOWN;
	}

}
