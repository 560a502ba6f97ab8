package io.watchfloor.web.incident;

import java.util.stream.Stream;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.index.Neighbours;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.address.SavedView;
import io.watchfloor.web.address.SavedViews;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.IncidentRow;
import org.jspecify.annotations.Nullable;

/**
 * The links from an incident to the incidents before and after it in the view of the
 * queue that it was opened from, and back to that view. An incident's address has the
 * view's parameters in its query, so that the links survive a reload and can be sent to a
 * colleague.
 *
 * @param previous the incident before it, or {@code null} at the beginning
 * @param next the incident after it, or {@code null} at the end
 * @param back the view itself, on the page where the incident is now and at its row;
 * links to neighbours lead across pages
 */
record Neighbourhood(@Nullable Link previous, @Nullable Link next, Link back) {

	/**
	 * Find the neighbours of an incident.
	 * @param path the address of the bare queue
	 * @param id the incident's number
	 * @param query the view, as {@link IncidentQueryParameters#parse} reads it from the
	 * incident's address
	 * @param saved the views that the analyst saved
	 * @param index the incidents that the analyst's queue holds
	 * @param viewpoint who looks when
	 */
	static Neighbourhood of(String path, long id, IncidentQuery query, SavedViews saved, IncidentIndex index,
			Viewpoint viewpoint) {
		Neighbours beside = index.neighbours(id, query, viewpoint);
		IncidentQuery page = index.find(id).isPresent() ? query.onPage(1 + beside.before() / query.size()) : query;
		String view = IncidentQueryParameters.address(path, page) + "#" + IncidentRow.anchor(id);
		return new Neighbourhood(link(path, query, beside.previous()), link(path, query, beside.next()),
				Link.to(name(query, saved), view));
	}

	/**
	 * Return the address of an incident that is opened from a view.
	 * @param path the address of the bare queue
	 */
	static String address(String path, long id, IncidentQuery query) {
		return IncidentQueryParameters.address(path + "/" + id, query);
	}

	private static @Nullable Link link(String path, IncidentQuery query, @Nullable IncidentSummary summary) {
		return (summary != null) ? Link.to(IncidentRow.title(summary), address(path, summary.id(), query)) : null;
	}

	/**
	 * Return the view's name in the navigation, or "Selection" if it is not there.
	 */
	private static String name(IncidentQuery query, SavedViews saved) {
		Stream<String> usual = Stream.of(StandardView.values())
			.filter((view) -> view.query().equals(firstPage(query)))
			.map(StandardView::label);
		Stream<String> own = saved.views()
			.stream()
			.filter((view) -> firstPage(view.query()).equals(firstPage(query)))
			.map(SavedView::name);
		return Stream.concat(usual, own).findFirst().orElse("Selection");
	}

	private static IncidentQuery firstPage(IncidentQuery query) {
		return query.ofSize(IncidentQuery.DEFAULT.size());
	}

}
