package io.watchfloor.queue;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * An order of the queue. Incidents that are equal in it are sorted by id, newest first.
 * Times and priority scores that are not known come last in either direction.
 *
 * @param column what to sort by
 * @param descending whether the largest comes first
 */
public record IncidentOrder(Column column, boolean descending) {

	/**
	 * The order by last update, newest first.
	 */
	public static final IncidentOrder DEFAULT = new IncidentOrder(Column.UPDATED, true);

	/**
	 * Find the order that an address names.
	 * @param name a column's name, with {@code -} before it for descending
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
	 * Return the order's name in an address.
	 * @return such as {@code -updated}
	 */
	public String parameter() {
		return ((this.descending) ? "-" : "") + this.column.parameter();
	}

	/**
	 * Sort incidents. The value to sort by is worked out once for each, as a number.
	 * @param incidents the incidents
	 * @param viewpoint who looks, and when, which decides on {@link Column#ATTENTION}
	 * @return the incidents in this order
	 */
	public Stream<IncidentSummary> sort(Collection<IncidentSummary> incidents, Viewpoint viewpoint) {
		ToLongFunction<IncidentSummary> number = this.column.isText() ? textNumbers(incidents)
				: (incident) -> number(incident, viewpoint);
		return incidents.stream()
			.map((incident) -> key(number.applyAsLong(incident), incident))
			.sorted()
			.map(Key::incident);
	}

	/**
	 * Return the order as a comparator.
	 * @param viewpoint who looks, and when, which decides on {@link Column#ATTENTION}
	 * @return a comparator that tells any two incidents apart
	 */
	public Comparator<IncidentSummary> comparator(Viewpoint viewpoint) {
		Comparator<IncidentSummary> ascending = this.column.isText()
				? Comparator.comparing(this.column::text, String.CASE_INSENSITIVE_ORDER)
				: Comparator.comparingLong((incident) -> number(incident, viewpoint));
		return ((this.descending) ? ascending.reversed() : ascending)
			.thenComparing(Comparator.comparingLong(IncidentSummary::id).reversed());
	}

	private long number(IncidentSummary incident, Viewpoint viewpoint) {
		long number = this.column.number(incident, viewpoint);
		if (this.column.isUnknown(number)) {
			return (this.descending) ? Long.MIN_VALUE : Long.MAX_VALUE;
		}
		return number;
	}

	private Key key(long number, IncidentSummary incident) {
		return new Key((this.descending) ? ~number : number, incident.id(), incident);
	}

	/**
	 * Number the column's texts in their order, case ignored. Most texts recur, so that
	 * few are compared.
	 */
	private ToLongFunction<IncidentSummary> textNumbers(Collection<IncidentSummary> incidents) {
		Map<String, Integer> spellings = new HashMap<>();
		incidents.forEach((incident) -> spellings.put(this.column.text(incident), 0));
		Map<String, Integer> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		sorted.putAll(spellings);
		int number = 0;
		for (Map.Entry<String, Integer> text : sorted.entrySet()) {
			text.setValue(number++);
		}
		spellings.replaceAll((text, none) -> sorted.getOrDefault(text, none));
		return (incident) -> spellings.getOrDefault(this.column.text(incident), 0);
	}

	/**
	 * An incident with the numbers that it is sorted by.
	 *
	 * @param number the value; the smallest comes first
	 * @param id its id; among equal values the largest comes first
	 * @param incident the incident
	 */
	private record Key(long number, long id, IncidentSummary incident) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			int byNumber = Long.compare(this.number, other.number);
			return (byNumber != 0) ? byNumber : Long.compare(other.id, this.id);
		}

	}

	/**
	 * The columns that the queue can be sorted by.
	 */
	public enum Column {

		/** Time of the last update. */
		UPDATED,

		/** Time of creation. */
		CREATED,

		/** Severity: unknown ones, informational, low, medium, high. */
		SEVERITY,

		/** Defender's own priority score. */
		PRIORITY,

		/** {@link Attention}, most urgent first. */
		ATTENTION,

		/** Name, case ignored. */
		NAME,

		/** Number of alerts. */
		ALERTS,

		/** Number of assets. */
		ASSETS,

		/** The incident's id. */
		ID,

		/** Owner, case ignored; unassigned incidents come first. */
		ASSIGNEE;

		String parameter() {
			return name().toLowerCase(Locale.ROOT);
		}

		private boolean isText() {
			return this == NAME || this == ASSIGNEE;
		}

		private boolean isUnknown(long number) {
			return switch (this) {
				case UPDATED, CREATED -> number == IncidentSummary.UNKNOWN_TIME;
				case PRIORITY -> number == IncidentSummary.NO_PRIORITY;
				default -> false;
			};
		}

		private long number(IncidentSummary incident, Viewpoint viewpoint) {
			return switch (this) {
				case UPDATED -> incident.updatedMillis();
				case CREATED -> incident.createdMillis();
				case SEVERITY -> incident.severity().level().ordinal();
				case PRIORITY -> incident.priorityScore();
				case ATTENTION -> Attention.sortKey(incident, viewpoint);
				case ALERTS -> incident.alerts();
				case ASSETS -> incident.assets();
				case ID -> incident.id();
				case NAME, ASSIGNEE -> 0;
			};
		}

		private String text(IncidentSummary incident) {
			return switch (this) {
				case NAME -> incident.name();
				case ASSIGNEE -> incident.assignedTo();
				default -> "";
			};
		}

	}

}
