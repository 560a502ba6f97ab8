package io.watchfloor.web.views;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.SavedView;
import io.watchfloor.web.address.SavedViews;
import io.watchfloor.web.address.StandardView;

/**
 * What the page of saved views shows: {@code views.html} knows it as {@code page}.
 *
 * @param views the saved views, in the navigation's order
 * @param starts the views that a sign-in may open, the dashboard first
 * @param longestName the most characters of a name
 */
record SavedViewsPage(List<Row> views, List<Start> starts, int longestName) {

	/**
	 * Create the page.
	 * @param base the path under which the application runs
	 */
	static SavedViewsPage of(String base, SavedViews saved) {
		List<SavedView> views = saved.views();
		List<Row> rows = IntStream.range(0, views.size())
			.mapToObj((at) -> Row.of(base, views.get(at), at == 0, at == views.size() - 1))
			.toList();
		Stream<String> names = Stream.concat(Stream.of(StandardView.values()).map(StandardView::label),
				views.stream().map(SavedView::name));
		Start dashboard = new Start("", SavedViews.DASHBOARD, saved.start().isEmpty());
		Stream<Start> others = names.map((name) -> new Start(name, name, name.equals(saved.start())));
		return new SavedViewsPage(rows, Stream.concat(Stream.of(dashboard), others).toList(), SavedView.LONGEST_NAME);
	}

	/**
	 * A saved view.
	 *
	 * @param name its name
	 * @param address its address
	 * @param parameters the parameters of its address, in words that can be read
	 * @param first whether it cannot go further up
	 * @param last whether it cannot go further down
	 */
	record Row(String name, String address, List<String> parameters, boolean first, boolean last) {

		static Row of(String base, SavedView view, boolean first, boolean last) {
			List<String> parameters = IncidentQueryParameters.pairs(view.query())
				.stream()
				.map((pair) -> pair.name() + "=" + pair.value())
				.toList();
			return new Row(view.name(), IncidentQueryParameters.address(base + StandardView.PATH, view.query()),
					parameters, first, last);
		}

	}

	/**
	 * A view that a sign-in may open.
	 *
	 * @param value its value in the form
	 * @param label its name
	 * @param chosen whether a sign-in opens it
	 */
	record Start(String value, String label, boolean chosen) {
	}

}
