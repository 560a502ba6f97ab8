package io.watchfloor.web.queue;

import java.util.Locale;

import io.watchfloor.queue.IncidentOrder;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the queue's table, in order.
 */
enum QueueColumn {

	SEVERITY("Severity", IncidentOrder.Column.SEVERITY, true),

	PRIORITY("Priority", IncidentOrder.Column.PRIORITY, true),

	ID("ID", IncidentOrder.Column.ID, true),

	NAME("Incident", IncidentOrder.Column.NAME, false),

	STATUS("Status", null, false),

	ASSIGNEE("Assignee", IncidentOrder.Column.ASSIGNEE, false),

	SOURCES("Sources", null, false),

	ALERTS("Alerts", IncidentOrder.Column.ALERTS, true),

	ASSETS("Assets", IncidentOrder.Column.ASSETS, true),

	AGE("Age", IncidentOrder.Column.CREATED, true),

	UPDATED("Updated", IncidentOrder.Column.UPDATED, true);

	private final String label;

	private final IncidentOrder.@Nullable Column order;

	private final boolean largestFirst;

	QueueColumn(String label, IncidentOrder.@Nullable Column order, boolean largestFirst) {
		this.label = label;
		this.order = order;
		this.largestFirst = largestFirst;
	}

	/**
	 * Return the column's name in forms, in the cookie and, behind {@code col-}, in the
	 * style sheet.
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the name of the fragment that prints a cell of this column.
	 */
	public String cell() {
		return "cell-" + value();
	}

	/**
	 * Return the column's head.
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the order by this column, or {@code null} if the table cannot be sorted by
	 * it.
	 */
	IncidentOrder.@Nullable Column order() {
		return this.order;
	}

	/**
	 * Return whether the first sort by this column puts the largest first.
	 */
	boolean largestFirst() {
		return this.largestFirst;
	}

	/**
	 * Return whether it may be hidden: every row needs the link to its incident.
	 */
	public boolean optional() {
		return this != NAME;
	}

}
