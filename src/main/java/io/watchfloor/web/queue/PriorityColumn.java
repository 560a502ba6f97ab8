package io.watchfloor.web.queue;

import io.watchfloor.defender.SourceDetail;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.web.format.SourceDetails;

/**
 * Whether the queue's table has the column of Defender's priority score, which not every
 * source gives. Without scores the table has it only in a view that is sorted by them.
 *
 * @param given whether the source gives scores
 * @param shown whether the table has the column, unless the analyst leaves it out
 */
record PriorityColumn(boolean given, boolean shown) {

	static final PriorityColumn GIVEN = new PriorityColumn(true, true);

	static PriorityColumn of(IncidentQuery query, SourceDetails source) {
		boolean given = source.gives(SourceDetail.SUPPLEMENT);
		return new PriorityColumn(given, given || query.order().column() == IncidentOrder.Column.PRIORITY);
	}

	/**
	 * Return what stands in the column where an incident has no score.
	 */
	public String none() {
		return this.given ? "None" : SourceDetails.NOT_GIVEN;
	}

}
