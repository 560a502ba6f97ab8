package io.watchfloor.queue;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The incidents of one analyst at one moment, answering every question that a page can
 * ask. It never changes.
 */
public final class IncidentIndex {

	/**
	 * Answer a query.
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the page's rows and how many there are in all
	 */
	public Selection select(IncidentQuery query, Viewpoint viewpoint) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Everything that a query selects, on all its pages.
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the incidents in order
	 */
	public Stream<IncidentSummary> all(IncidentQuery query, Viewpoint viewpoint) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What the menus beside a query offer.
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the values of each facet, counted
	 */
	public Facets facets(IncidentQuery query, Viewpoint viewpoint) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What stands beside an incident among all that a query selects, whether or not the
	 * query still selects that incident itself.
	 * @param id the incident's number
	 * @param query the query
	 * @param viewpoint who asks, and when
	 * @return the incidents before and behind it; neither when the incident is unknown
	 */
	public Neighbours neighbours(long id, IncidentQuery query, Viewpoint viewpoint) {
		throw new UnsupportedOperationException();
	}

	/**
	 * One incident.
	 * @param id its number
	 * @return its summary, or nothing when it is unknown
	 */
	public Optional<IncidentSummary> find(long id) {
		throw new UnsupportedOperationException();
	}

	/**
	 * How many incidents there are.
	 * @return the number, from 0
	 */
	public int size() {
		throw new UnsupportedOperationException();
	}

	IncidentIndex with(Collection<IncidentSummary> changed) {
		throw new UnsupportedOperationException();
	}

}
