package io.watchfloor.queue;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What questions ask of all rows of a day, side by side. Each column is made when it is
 * first asked for. Safe for threads.
 */
final class Columns {

	private final SortedIncidents incidents;

	private final Map<Facet, Holders> facets = new EnumMap<>(Facet.class);

	private final Map<IncidentOrder.Column, long[]> ranks = new EnumMap<>(IncidentOrder.Column.class);

	private @Nullable Holders names;

	private @Nullable Holders owners;

	private @Nullable TextGrid texts;

	/**
	 * The columns of a day, none of them made yet.
	 * @param incidents its rows
	 */
	Columns(SortedIncidents incidents) {
		this.incidents = incidents;
	}

	/**
	 * What holds each row's values of a facet.
	 */
	synchronized Holders holders(Facet facet) {
		return this.facets.computeIfAbsent(facet, (wanted) -> Holders.of(this.incidents, wanted::holder));
	}

	/**
	 * Each row's name.
	 */
	synchronized Holders names() {
		if (this.names == null) {
			this.names = Holders.of(this.incidents, IncidentSummary::name);
		}
		return this.names;
	}

	/**
	 * Each row's owner, the empty text where it has none.
	 */
	synchronized Holders owners() {
		if (this.owners == null) {
			this.owners = Holders.of(this.incidents, IncidentSummary::assignedTo);
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
	synchronized TextGrid texts() {
		if (this.texts == null) {
			this.texts = new TextGrid(this.incidents);
		}
		return this.texts;
	}

}
