package io.watchfloor.web.dashboard;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.statistics.Spread;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Times;

/**
 * The distribution of a duration over the incidents of a view, as a table row.
 *
 * @param label the duration
 * @param formula how it is calculated, because some are proxies
 * @param incidents the number of incidents
 * @param address the view that shows them
 * @param median the least duration that half of them do not exceed
 * @param ninetieth the least duration that nine in ten do not exceed
 * @param longest the longest duration
 */
record SpreadRow(String label, String formula, int incidents, String address, String median, String ninetieth,
		String longest) {

	static SpreadRow of(String label, String formula, Spread spread, String path, IncidentQuery view) {
		boolean none = spread.count() == spread.unknown();
		String without = (spread.unknown() > 0) ? "; not counting " + Numbers.of(spread.unknown()) + ", time unknown"
				: "";
		return new SpreadRow(label, formula + without, spread.count(), IncidentQueryParameters.address(path, view),
				none ? "–" : Times.exact(spread.median()), none ? "–" : Times.exact(spread.ninetieth()),
				none ? "–" : Times.exact(spread.longest()));
	}

}
