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

	/**
	 * Sort incidents. What each is sorted by is worked out once, as a number.
	 * @param incidents the incidents
	 * @param viewpoint who looks, and when, by which attention ranks
	 * @return the incidents in this order
	 */
	public Stream<IncidentSummary> sort(Collection<IncidentSummary> incidents, Viewpoint viewpoint) {
		ToLongFunction<IncidentSummary> number = this.column.isText() ? textNumbers(incidents)
				: (incident) -> this.column.number(incident, viewpoint);
		return incidents.stream()
			.map((incident) -> key(number.applyAsLong(incident), incident))
			.sorted()
			.map(Key::incident);
	}

	/**
	 * Return the order as a comparator.
	 * @param viewpoint who looks, and when, by which attention ranks
	 * @return a comparator that tells any two incidents apart
	 */
	public Comparator<IncidentSummary> comparator(Viewpoint viewpoint) {
		Comparator<IncidentSummary> ascending = this.column.isText()
				? Comparator.comparing(this.column::text, String.CASE_INSENSITIVE_ORDER)
				: Comparator.comparingLong((incident) -> this.column.number(incident, viewpoint));
		return ((this.descending) ? ascending.reversed() : ascending)
			.thenComparing(Comparator.comparingLong(IncidentSummary::id).reversed());
	}

	private Key key(long number, IncidentSummary incident) {
		return new Key((this.descending) ? ~number : number, incident);
	}

	/**
	 * Number the texts of the column in their order, case ignored. Most of them recur.
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
	 * What an incident is sorted by.
	 *
	 * @param number the smaller, the earlier
	 * @param incident the incident, of which the newest comes first among equal numbers
	 */
	private record Key(long number, IncidentSummary incident) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			int byNumber = Long.compare(this.number, other.number);
			return (byNumber != 0) ? byNumber : Long.compare(other.incident.id(), this.incident.id());
		}

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

		private boolean isText() {
			return this == NAME || this == ASSIGNEE;
		}

		private long number(IncidentSummary incident, Viewpoint viewpoint) {
			return switch (this) {
				case UPDATED -> incident.updatedMillis();
				case CREATED -> incident.createdMillis();
				case SEVERITY -> incident.severity().level().ordinal();
				case ATTENTION -> Attention.rank(incident, viewpoint);
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
