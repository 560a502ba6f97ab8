package io.watchfloor.queue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

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
		return ((this.descending) ? ascending.reversed() : ascending).thenComparing(Column.NEWEST_ID_FIRST);
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

		private static final Comparator<IncidentSummary> NEWEST_ID_FIRST = (a, b) -> Long.compare(b.id(), a.id());

		String parameter() {
			return name().toLowerCase(Locale.ROOT);
		}

		private Comparator<IncidentSummary> ascending(Viewpoint viewpoint) {
			return switch (this) {
				case UPDATED -> Comparator.comparingLong(IncidentSummary::updatedMillis);
				case CREATED -> Comparator.comparingLong(IncidentSummary::createdMillis);
				case SEVERITY -> Comparator.comparingInt((summary) -> Severity.rank(summary.severity()));
				case ATTENTION -> Attention.order(viewpoint);
				case NAME -> Comparator.comparing(IncidentSummary::name, String.CASE_INSENSITIVE_ORDER);
				case ALERTS -> Comparator.comparingInt(IncidentSummary::alerts);
				case ASSETS -> Comparator.comparingInt(IncidentSummary::assets);
				case ID -> Comparator.comparingLong(IncidentSummary::id);
				case ASSIGNEE -> Comparator.comparing(IncidentSummary::assignedTo, String.CASE_INSENSITIVE_ORDER);
			};
		}

	}

}
