package io.watchfloor.web;

import java.util.List;
import java.util.Objects;

import io.watchfloor.queue.RelatedIncident;
import io.watchfloor.queue.Viewpoint;

/**
 * An incident that shares assets or evidence with the one that a page shows.
 *
 * @param row the incident
 * @param shared what both have, the rarest first, defanged
 * @param more how much more both have
 */
record RelatedView(QueueRow row, List<String> shared, int more) {

	private static final int MOST_SHARED = 6;

	static RelatedView of(RelatedIncident related, Viewpoint viewpoint, String path) {
		List<String> shared = related.shared()
			.stream()
			.limit(MOST_SHARED)
			.map(ForeignText::line)
			.filter(Objects::nonNull)
			.map(RelatedView::defanged)
			.toList();
		return new RelatedView(QueueRow.of(related.incident(), viewpoint, path), shared,
				related.shared().size() - shared.size());
	}

	private static String defanged(String value) {
		return value.contains("://") ? Defang.url(value) : value;
	}

}
