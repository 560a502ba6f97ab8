package io.watchfloor.defender.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.defender.IncidentSource.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A filter of incidents by the properties that Microsoft Graph documents for it.
 *
 * @param text the filter, empty for all incidents
 */
record GraphFilter(String text) {

	/**
	 * Create the filter of a page.
	 */
	static GraphFilter of(PageRequest request) {
		return of(request, null);
	}

	/**
	 * Create the filter of a page and of what was created since a time.
	 * @param createdSince the earliest creation, or {@code null} for any
	 */
	static GraphFilter of(PageRequest request, @Nullable Instant createdSince) {
		List<String> conditions = new ArrayList<>();
		add(conditions, "lastUpdateDateTime ge ", request.updatedSince());
		add(conditions, "createdDateTime le ", request.createdUntil());
		add(conditions, "createdDateTime ge ", createdSince);
		if (request.status() != null) {
			conditions.add("status eq '" + GraphWords.graphs(request.status()) + "'");
		}
		return new GraphFilter(String.join(" and ", conditions));
	}

	private static void add(List<String> conditions, String comparison, @Nullable Instant time) {
		if (time != null) {
			conditions.add(comparison + GraphCalls.time(time));
		}
	}

}
