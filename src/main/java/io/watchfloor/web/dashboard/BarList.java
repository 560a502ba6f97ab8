package io.watchfloor.web.dashboard;

import java.util.List;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.statistics.NamedCount;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.format.ForeignText;

/**
 * A list of horizontal bars, each of which counts the incidents of a view and links to
 * it.
 *
 * @param id its HTML id
 * @param title what it is about
 * @param bars the bars, the longest first
 */
record BarList(String id, String title, List<Bar> bars) {

	/**
	 * The most bars that a list has.
	 */
	static final int MOST = 8;

	/**
	 * Create the bars of the values of a facet.
	 * @param path the address of the queue
	 * @param query the view whose incidents are counted
	 * @param counts the values by name, most incidents first
	 */
	static BarList of(String id, String title, String path, IncidentQuery query, Facet facet, List<NamedCount> counts) {
		int most = counts.isEmpty() ? 1 : counts.get(0).incidents();
		return new BarList(id, title,
				counts.stream()
					.map((count) -> new Bar(ForeignText.lineOr(count.name(), count.name()), count.incidents(),
							IncidentQueryParameters.address(path, query.with(facet, count.values())),
							Math.max(1, 100 * count.incidents() / most)))
					.toList());
	}

	/**
	 * A bar.
	 *
	 * @param label what it counts
	 * @param number how many incidents
	 * @param address the view that shows them
	 * @param percent its length in percent of the longest, 1 to 100
	 */
	record Bar(String label, int number, String address, int percent) {
	}

}
