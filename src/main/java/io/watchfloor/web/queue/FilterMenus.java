package io.watchfloor.web.queue;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.index.Facets;
import io.watchfloor.web.format.SourceDetails;

/**
 * The menus of the queue's filter bar.
 *
 * @param usual the menus that are used most
 * @param further the other menus
 */
record FilterMenus(List<FilterMenu> usual, List<FilterMenu> further) {

	private static final List<Facet> USUAL = List.of(Facet.STATUS, Facet.SEVERITY, Facet.ASSIGNED_TO, Facet.SOURCE,
			Facet.CATEGORY, Facet.TAG);

	private static final List<Facet> FURTHER = Stream.of(Facet.values())
		.filter((facet) -> !USUAL.contains(facet) && facet != Facet.ASSET)
		.toList();

	/**
	 * Create the menus of a view.
	 * @param counts the values of each facet
	 * @param source what the source of the incidents gives
	 */
	static FilterMenus of(IncidentQuery query, Facets counts, SourceDetails source) {
		return new FilterMenus(menus(USUAL, query, counts, source), menus(FURTHER, query, counts, source));
	}

	/**
	 * Return how many values of the further menus the view asks for.
	 */
	public int furtherWanted() {
		return this.further.stream().mapToInt(FilterMenu::wanted).sum();
	}

	/**
	 * Return whether one of the menus sets a parameter.
	 */
	static boolean set(String parameter) {
		return Stream.concat(USUAL.stream(), FURTHER.stream()).map(Facet::parameter).anyMatch(parameter::equals);
	}

	private static List<FilterMenu> menus(List<Facet> facets, IncidentQuery query, Facets counts,
			SourceDetails source) {
		return facets.stream()
			.map((facet) -> FilterMenu.of(facet, query, counts, source))
			.filter((menu) -> !menu.options().isEmpty() || menu.gap() != null)
			.toList();
	}

}
