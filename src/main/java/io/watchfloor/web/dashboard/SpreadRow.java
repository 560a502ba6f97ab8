package io.watchfloor.web.dashboard;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.statistics.Spread;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.format.Times;

/**
 * How a duration is spread over the incidents of a view.
 *
 * @param label the duration
 * @param formula how it is reckoned, because some are proxies
 * @param incidents over how many incidents
 * @param address the view that shows them
 * @param median the least that half of them do not exceed
 * @param ninetieth the least that nine in ten do not exceed
 * @param longest the longest
 */
record SpreadRow(String label, String formula, int incidents, String address, String median, String ninetieth,
		String longest) {

	static SpreadRow of(String label, String formula, Spread spread, String path, IncidentQuery view) {
		boolean none = spread.count() == 0;
		return new SpreadRow(label, formula, spread.count(), IncidentQueryParameters.address(path, view),
				none ? "–" : Times.exact(spread.median()), none ? "–" : Times.exact(spread.ninetieth()),
				none ? "–" : Times.exact(spread.longest()));
	}

}
