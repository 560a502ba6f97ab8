package io.watchfloor.queue.index;

import java.util.List;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;

/**
 * What a query selects: one page of it, and how much there is.
 *
 * @param query the query
 * @param total how many incidents it selects on all pages
 * @param rows the page's incidents in order; none beyond the last page
 */
public record Selection(IncidentQuery query, int total, List<IncidentSummary> rows) {

	/**
	 * How many pages there are.
	 * @return the number, at least 1
	 */
	public int pages() {
		return Math.max(0, this.total - 1) / this.query.size() + 1;
	}

}
