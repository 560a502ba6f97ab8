package io.watchfloor.web.queue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.SourceDetail;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.web.format.SourceDetails;
import org.jspecify.annotations.Nullable;

/**
 * Says what the source of the incidents does not give of what a view asks for. Such a
 * view is shown all the same, by what is known: an address that was saved under another
 * source stays valid.
 */
final class SourceGaps {

	private SourceGaps() {
	}

	/**
	 * Return what the source does not give of a facet, or {@code null} if it gives all.
	 */
	static @Nullable String of(Facet facet, SourceDetails source) {
		return switch (facet) {
			case INVESTIGATION -> source.gives(SourceDetail.INVESTIGATION) ? null : SourceDetails.NOT_GIVEN;
			case DETECTION -> source.gives(SourceDetail.INCIDENT_DETECTION_SOURCE) ? null
					: "Of alerts alone: the incident’s own is not given by this source";
			default -> null;
		};
	}

	/**
	 * Return what the source does not give of what a view filters and sorts by, with what
	 * that means for the view.
	 */
	static List<String> of(IncidentQuery query, SourceDetails source) {
		return Stream
			.of(sentence(Facet.INVESTIGATION, query, source,
					"the states of automated investigations, so that no incident has one to filter by"),
					sentence(Facet.DETECTION, query, source,
							"the detection sources of incidents, so that those of their alerts decide"),
					(query.order().column() == IncidentOrder.Column.PRIORITY && !source.gives(SourceDetail.SUPPLEMENT))
							? "Defender’s priority scores, so that the newest incident comes first" : null)
			.filter(Objects::nonNull)
			.toList();
	}

	private static @Nullable String sentence(Facet facet, IncidentQuery query, SourceDetails source, String sentence) {
		boolean asked = query.filters().containsKey(facet) || query.excluded().containsKey(facet);
		return (asked && of(facet, source) != null) ? sentence : null;
	}

}
