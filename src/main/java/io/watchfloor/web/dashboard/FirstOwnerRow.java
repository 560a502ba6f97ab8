package io.watchfloor.web.dashboard;

import io.watchfloor.queue.statistics.Spread;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Times;

/**
 * How long incidents waited for their first owner, as a table row. No view selects the
 * incidents, so that their number has no link.
 *
 * @param incidents the number of incidents
 * @param median the least duration that half of them do not exceed
 * @param ninetieth the least duration that nine in ten do not exceed
 * @param longest the longest duration
 */
record FirstOwnerRow(String incidents, String median, String ninetieth, String longest) {

	static FirstOwnerRow of(Spread spread) {
		boolean none = spread.count() == 0;
		return new FirstOwnerRow(Numbers.of(spread.count()), none ? "–" : Times.exact(spread.median()),
				none ? "–" : Times.exact(spread.ninetieth()), none ? "–" : Times.exact(spread.longest()));
	}

}
