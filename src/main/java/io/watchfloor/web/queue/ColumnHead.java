package io.watchfloor.web.queue;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.web.address.IncidentQueryParameters;

/**
 * The head of a column of the queue's table.
 *
 * @param label its text
 * @param style the column's name in the style sheet
 * @param address the address of the view sorted by it, in the other direction if it is
 * already; empty for a column that cannot be sorted by
 * @param sorted {@code ascending}, {@code descending} or {@code none}
 */
record ColumnHead(String label, String style, String address, String sorted) {

	/**
	 * Create the heads of a view's table.
	 * @param path the address of the bare queue
	 */
	static List<ColumnHead> of(String path, IncidentQuery query) {
		return Stream.of(QueueColumn.values()).map((column) -> of(column, path, query)).toList();
	}

	private static ColumnHead of(QueueColumn column, String path, IncidentQuery query) {
		String style = "col-" + column.value();
		IncidentOrder.Column by = column.order();
		if (by == null) {
			return new ColumnHead(column.label(), style, "", "none");
		}
		boolean current = query.order().column() == by;
		boolean descending = current ? !query.order().descending() : column.largestFirst();
		String sorted = current ? (query.order().descending() ? "descending" : "ascending") : "none";
		String zone = (column == QueueColumn.UPDATED) ? ", UTC" : "";
		return new ColumnHead(column.label() + zone, style,
				IncidentQueryParameters.address(path, query.with(new IncidentOrder(by, descending))), sorted);
	}

}
