package io.watchfloor.web.address;

import java.util.Map;
import java.util.Set;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Severity;
import io.watchfloor.queue.TimeRange;

/**
 * The views of the queue that everybody needs. The navigation links to them, and the
 * dashboard counts their incidents.
 */
public enum StandardView {

	OPEN("Open", open()),

	UNASSIGNED_HIGH("Unassigned high",
			open().with(Facet.SEVERITY, Set.of(Severity.HIGH.word())).with(Facet.ASSIGNED_TO, Set.of(Facet.NOBODY))),

	MINE("Mine", open().with(Facet.ASSIGNED_TO, Set.of(Facet.ME))),

	ALL("All", IncidentQuery.DEFAULT);

	/**
	 * The path of the queue.
	 */
	public static final String PATH = "/incidents";

	private final String label;

	private final IncidentQuery query;

	StandardView(String label, IncidentQuery query) {
		this.label = label;
		this.query = query;
	}

	/**
	 * Return the view's name in the navigation.
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return what the view asks of the queue.
	 */
	public IncidentQuery query() {
		return this.query;
	}

	/**
	 * Return the view's address.
	 * @param base the path under which the application runs, empty for the root
	 */
	public String address(String base) {
		return IncidentQueryParameters.address(base + PATH, this.query);
	}

	private static IncidentQuery open() {
		return new IncidentQuery(Map.of(Facet.STATUS, Set.of(Facet.OPEN)), IncidentQuery.DEFAULT.terms(), TimeRange.ANY,
				new IncidentOrder(IncidentOrder.Column.ATTENTION, false), 1, IncidentQuery.DEFAULT.size());
	}

}
