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
	 * Most of those whose numbers are equal have the very same text.
	 */
	private static final Comparator<String> IGNORING_CASE = (one, other) -> (one.equals(other)) ? 0
			: String.CASE_INSENSITIVE_ORDER.compare(one, other);

	private static final Comparator<IncidentSummary> NEWEST_ID_FIRST = (a, b) -> Long.compare(b.id(), a.id());

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

	public Comparator<IncidentSummary> comparator(Viewpoint viewpoint) {
		Comparator<IncidentSummary> ascending = this.column.ascending(viewpoint);
		return ((this.descending) ? ascending.reversed() : ascending).thenComparing(NEWEST_ID_FIRST);
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
				case NAME -> Comparator.comparing(IncidentSummary::name, IGNORING_CASE);
				case ASSIGNEE -> Comparator.comparing(IncidentSummary::assignedTo, IGNORING_CASE);
				case ATTENTION -> Comparator.comparingLong((summary) -> Attention.rank(summary, viewpoint));
				default -> Comparator.comparingLong(this::rank);
			};
		}

		/**
		 * A number of an incident that never falls where the column rises, whoever looks;
		 * for attention {@link Attention#UNSETTLED} where that matters.
		 */
		public long rank(IncidentSummary summary) {
			return switch (this) {
				case UPDATED -> summary.updatedMillis();
				case CREATED -> summary.createdMillis();
				case SEVERITY -> summary.severity().level().ordinal();
				case NAME -> TextRank.of(summary.name());
				case ALERTS -> summary.alerts();
				case ASSETS -> summary.assets();
				case ID -> summary.id();
				case ASSIGNEE -> TextRank.of(summary.assignedTo());
				case ATTENTION -> Attention.settledRank(summary);
			};
		}

	}

}
