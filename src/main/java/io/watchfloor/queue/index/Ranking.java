package io.watchfloor.queue.index;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

import io.watchfloor.queue.Attention;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.Viewpoint;

/**
 * Numbers the rows of days, so that they need not be compared: a row's number never falls
 * where the order rises, and tells apart most of those that differ.
 */
final class Ranking {

	/**
	 * Leaves room for half a million alerts, assets or owners in a number above that of
	 * the id.
	 */
	private static final int ID_BITS = 44;

	private static final long MOST_IDS = (1L << ID_BITS) - 1;

	private final IncidentOrder order;

	private final Viewpoint viewpoint;

	/**
	 * Owners are few, and each stands for many incidents: so they are numbered in order.
	 */
	private final Map<String, Integer> owners = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	/**
	 * Of some days.
	 * @param order the order
	 * @param days all the days whose rows will be numbered
	 * @param viewpoint who asks, and when
	 */
	Ranking(IncidentOrder order, Collection<Day> days, Viewpoint viewpoint) {
		this.order = order;
		this.viewpoint = viewpoint;
		if (order.column() == IncidentOrder.Column.ASSIGNEE) {
			days.forEach(
					(day) -> day.columns().owners().distinct().forEach((owner) -> this.owners.put((String) owner, 0)));
			int number = 0;
			for (Map.Entry<String, Integer> owner : this.owners.entrySet()) {
				owner.setValue(number++);
			}
		}
	}

	/**
	 * The numbers of a day's rows.
	 */
	IntToLongFunction of(Day day) {
		IntToLongFunction ascending = ascending(day);
		IntToLongFunction rank = (this.order.descending()) ? (row) -> ~ascending.applyAsLong(row) : ascending;
		if (!isCoarse()) {
			return rank;
		}
		long[] ids = day.columns().ranks(IncidentOrder.Column.ID);
		return (row) -> rank.applyAsLong(row) << ID_BITS | MOST_IDS - Math.min(ids[row], MOST_IDS);
	}

	private IntToLongFunction ascending(Day day) {
		if (this.order.column() == IncidentOrder.Column.ASSIGNEE) {
			DictionaryColumn owners = day.columns().owners();
			int[] numbers = owners.distinct()
				.stream()
				.mapToInt((owner) -> this.owners.getOrDefault(owner, 0))
				.toArray();
			return (row) -> numbers[owners.number(row)];
		}
		long[] ranks = day.columns().ranks(this.order.column());
		if (this.order.column() == IncidentOrder.Column.ATTENTION) {
			return (row) -> (ranks[row] != Attention.UNSETTLED) ? ranks[row]
					: Attention.rank(day.get(row), this.viewpoint);
		}
		return (row) -> ranks[row];
	}

	/**
	 * Whether the column gives many incidents the same small number.
	 */
	private boolean isCoarse() {
		return switch (this.order.column()) {
			case SEVERITY, ALERTS, ASSETS, ASSIGNEE -> true;
			default -> false;
		};
	}

}
