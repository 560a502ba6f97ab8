package io.watchfloor.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.Facets.Count;
import io.watchfloor.queue.IncidentIndex;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Viewpoint;

/**
 * A list of horizontal bars, each of which counts the incidents of a view and leads
 * there.
 *
 * @param id its name in the page
 * @param title what it is about
 * @param bars the bars, the longest first
 */
record BarList(String id, String title, List<Bar> bars) {

	/**
	 * How many bars a list has.
	 */
	static final int MOST = 8;

	/**
	 * The bars of the values of a facet. Values that people know by one label are one
	 * bar.
	 * @param path the address of the queue
	 * @param query what is counted
	 * @param counts the values, most incidents first
	 * @param label what to call a value
	 */
	static BarList of(String id, String title, String path, IncidentIndex index, IncidentQuery query,
			Viewpoint viewpoint, Facet facet, List<Count> counts, UnaryOperator<String> label) {
		Map<String, List<Count>> labelled = new LinkedHashMap<>();
		counts.forEach((count) -> labelled.computeIfAbsent(label.apply(count.value()), (none) -> new ArrayList<>())
			.add(count));
		List<Bar> bars = new ArrayList<>();
		labelled.forEach((name, values) -> {
			Set<String> words = new LinkedHashSet<>();
			values.forEach((value) -> words.add(value.value()));
			IncidentQuery view = query.with(facet, words);
			int number = (values.size() == 1) ? values.get(0).incidents() : index.select(view, viewpoint).total();
			bars.add(new Bar(name, number, IncidentQueryParameters.address(path, view), 0));
		});
		bars.sort(Comparator.comparingInt(Bar::number).reversed());
		int most = bars.isEmpty() ? 1 : bars.get(0).number();
		return new BarList(id, title, bars.stream().limit(MOST).map((bar) -> bar.outOf(most)).toList());
	}

	/**
	 * A bar.
	 *
	 * @param label what it counts
	 * @param number how many incidents
	 * @param address the view that shows them
	 * @param percent how long it is, of the longest
	 */
	record Bar(String label, int number, String address, int percent) {

		private Bar outOf(int most) {
			return new Bar(this.label, this.number, this.address, Math.max(1, 100 * this.number / most));
		}

	}

}
