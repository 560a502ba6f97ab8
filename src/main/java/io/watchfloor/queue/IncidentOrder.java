package io.watchfloor.queue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How the queue is sorted; ties by id, newest first.
 *
 * @param column by what
 * @param descending whether the largest comes first
 */
public record IncidentOrder(Column column, boolean descending) {

	/**
	 * Last updated first.
	 */
	public static final IncidentOrder DEFAULT = new IncidentOrder(Column.UPDATED, true);

	private static final Comparator<IncidentSummary> NEWEST_ID_FIRST = (a, b) -> Long.compare(b.id(), a.id());

	/**
	 * Leaves room for half a million alerts or assets in a number above that of the id.
	 */
	private static final int ID_BITS = 44;

	private static final long MOST_IDS = (1L << ID_BITS) - 1;

	/**
	 * The order that an address names.
	 * @param name a column's name, behind {@code -} for descending
	 * @return the order, or nothing when there is no such column
	 */
	public static Optional<IncidentOrder> of(String name) {
		boolean descending = name.startsWith("-");
		String column = (descending) ? name.substring(1) : name;
		return Arrays.stream(Column.values())
			.filter((candidate) -> candidate.parameter().equals(column))
			.findFirst()
			.map((found) -> new IncidentOrder(found, descending));
	}

	/**
	 * The order's name in an address.
	 * @return such as {@code -updated}
	 */
	public String parameter() {
		return ((this.descending) ? "-" : "") + this.column.parameter();
	}

	Comparator<IncidentSummary> comparator(Viewpoint viewpoint) {
		Comparator<IncidentSummary> ascending = this.column.ascending(viewpoint);
		return ((this.descending) ? ascending.reversed() : ascending).thenComparing(NEWEST_ID_FIRST);
	}

	/**
	 * A number of each incident that never falls where the order rises, and tells apart
	 * most of those that differ.
	 */
	ToLongFunction<IncidentSummary> rank(Viewpoint viewpoint) {
		ToLongFunction<IncidentSummary> ascending = this.column.rank(viewpoint);
		ToLongFunction<IncidentSummary> rank = (this.descending) ? (summary) -> ~ascending.applyAsLong(summary)
				: ascending;
		return (this.column.isCoarse())
				? (summary) -> rank.applyAsLong(summary) << ID_BITS | MOST_IDS - Math.min(summary.id(), MOST_IDS)
				: rank;
	}

	/**
	 * What the queue can be sorted by.
	 */
	public enum Column {

		/** Time of the last update. */
		UPDATED,

		/** Time of creation. */
		CREATED,

		/** Severity: unknown ones, informational, low, medium, high. */
		SEVERITY,

		/** {@link Attention}, what needs a person most first. */
		ATTENTION,

		/** Name, case ignored. */
		NAME,

		/** Number of alerts. */
		ALERTS,

		/** Number of assets. */
		ASSETS,

		/** Number of the incident. */
		ID,

		/** Owner, case ignored; those without one come before all others. */
		ASSIGNEE;

		String parameter() {
			return name().toLowerCase(Locale.ROOT);
		}

		private Comparator<IncidentSummary> ascending(Viewpoint viewpoint) {
			return switch (this) {
				case NAME -> Comparator.comparing(IncidentSummary::name, String.CASE_INSENSITIVE_ORDER);
				case ASSIGNEE -> Comparator.comparing(IncidentSummary::assignedTo, String.CASE_INSENSITIVE_ORDER);
				default -> Comparator.comparingLong(rank(viewpoint));
			};
		}

		private ToLongFunction<IncidentSummary> rank(Viewpoint viewpoint) {
			return switch (this) {
				case UPDATED -> IncidentSummary::updatedMillis;
				case CREATED -> IncidentSummary::createdMillis;
				case SEVERITY -> (summary) -> Severity.rank(summary.severity());
				case ATTENTION -> (summary) -> Attention.rank(summary, viewpoint);
				case NAME -> (summary) -> TextRank.of(summary.name());
				case ALERTS -> IncidentSummary::alerts;
				case ASSETS -> IncidentSummary::assets;
				case ID -> IncidentSummary::id;
				case ASSIGNEE -> (summary) -> TextRank.of(summary.assignedTo());
			};
		}

		/**
		 * Whether it gives many incidents the same small number.
		 */
		private boolean isCoarse() {
			return this == SEVERITY || this == ALERTS || this == ASSETS;
		}

	}

}
