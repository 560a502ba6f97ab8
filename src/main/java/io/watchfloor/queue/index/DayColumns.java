package io.watchfloor.queue.index;

import java.util.EnumMap;
import java.util.Map;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * What questions ask of all rows of a day, side by side. Each column is made when it is
 * first asked for. Safe for threads.
 */
final class DayColumns {

	private final SortedIncidents incidents;

	private final Map<Facet, DictionaryColumn> facets = new EnumMap<>(Facet.class);

	private final Map<IncidentOrder.Column, long[]> ranks = new EnumMap<>(IncidentOrder.Column.class);

	private @Nullable DictionaryColumn names;

	private @Nullable DictionaryColumn owners;

	private @Nullable TextSignatures texts;

	/**
	 * The columns of a day, none of them made yet.
	 * @param incidents its rows
	 */
	DayColumns(SortedIncidents incidents) {
		this.incidents = incidents;
	}

	/**
	 * What holds each row's values of a facet.
	 */
	synchronized DictionaryColumn holders(Facet facet) {
		return this.facets.computeIfAbsent(facet, (wanted) -> DictionaryColumn.of(this.incidents, wanted::holder));
	}

	/**
	 * Each row's name.
	 */
	synchronized DictionaryColumn names() {
		if (this.names == null) {
			this.names = DictionaryColumn.of(this.incidents, IncidentSummary::name);
		}
		return this.names;
	}

	/**
	 * Each row's owner, the empty text where it has none.
	 */
	synchronized DictionaryColumn owners() {
		if (this.owners == null) {
			this.owners = DictionaryColumn.of(this.incidents, IncidentSummary::assignedTo);
		}
		return this.owners;
	}

	/**
	 * Each row's {@link IncidentOrder.Column#rank}.
	 */
	synchronized long[] ranks(IncidentOrder.Column column) {
		return this.ranks.computeIfAbsent(column,
				(wanted) -> this.incidents.stream().mapToLong(wanted::rank).toArray());
	}

	/**
	 * What the rows' texts may hold.
	 */
	synchronized TextSignatures texts() {
		if (this.texts == null) {
			this.texts = new TextSignatures(this.incidents);
		}
		return this.texts;
	}

}
