package io.watchfloor.queue.index;

import java.util.List;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;

/**
 * One page of what a query selects, with the number on all pages.
 *
 * @param query the query
 * @param total the number of incidents on all pages
 * @param rows the page's incidents in order; none beyond the last page
 */
public record Selection(IncidentQuery query, int total, List<IncidentSummary> rows) {

	/**
	 * Return the number of pages.
	 * @return the number, at least 1
	 */
	public int pages() {
		return Math.max(0, this.total - 1) / this.query.size() + 1;
	}

}
