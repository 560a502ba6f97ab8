package io.watchfloor.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.Facets;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Selection;
import io.watchfloor.queue.Viewpoint;

/**
 * What the queue's page prints: {@code incidents.html} knows it as {@code queue}.
 *
 * @param address the address of the bare queue
 * @param total how many incidents the view has, in words
 * @param rows the incidents of this page
 * @param columns the heads of the table
 * @param chips the filters that hold, each with the address that lifts it
 * @param menus the filters used most
 * @param furtherMenus the other filters
 * @param words the search box's text
 * @param ranges the time ranges to choose from
 * @param hidden the parameters that a search keeps though no field shows them
 * @param pager where the page stands among the others
 * @param freshness how complete and fresh the queue is
 */
record QueuePage(String address, String total, List<QueueRow> rows, List<Column> columns, List<Link> chips,
		List<FilterMenu> menus, List<FilterMenu> furtherMenus, String words, List<Choice> ranges,
		List<IncidentQueryParameters.Pair> hidden, Pager pager, Freshness freshness) {

	private static final List<Facet> USUAL = List.of(Facet.STATUS, Facet.SEVERITY, Facet.ASSIGNED_TO, Facet.SOURCE,
			Facet.CATEGORY, Facet.TAG);

	private static final List<Facet> FURTHER = Stream.of(Facet.values())
		.filter((facet) -> !USUAL.contains(facet) && facet != Facet.ASSET)
		.toList();

	/**
	 * The page of a selection.
	 * @param path the address of the bare queue
	 */
	static QueuePage of(String path, Selection selection, Facets facets, Viewpoint viewpoint, Freshness freshness) {
		IncidentQuery query = selection.query();
		return new QueuePage(path, Numbers.of(selection.total(), "incident", "incidents"),
				selection.rows().stream().map((row) -> QueueRow.of(row, viewpoint, path)).toList(),
				Column.of(path, query), Chips.of(path, query), menus(USUAL, query, facets),
				menus(FURTHER, query, facets), String.join(" ", query.words()), ranges(query), hidden(query),
				Pager.of(path, selection), freshness);
	}

	/**
	 * How many further filters hold.
	 */
	public int furtherWanted() {
		return this.furtherMenus.stream().mapToInt(FilterMenu::wanted).sum();
	}

	private static List<FilterMenu> menus(List<Facet> facets, IncidentQuery query, Facets counts) {
		return facets.stream()
			.map((facet) -> FilterMenu.of(facet, query, counts))
			.filter((menu) -> !menu.options().isEmpty())
			.toList();
	}

	private static List<Choice> ranges(IncidentQuery query) {
		String current = RangeParameters.name(query.range());
		Stream<Choice> named = RangeParameters.NAMES.keySet()
			.stream()
			.map((name) -> new Choice(name, "Last " + name.replace("24h", "24 hours").replace("d", " days"),
					name.equals(current)));
		Stream<Choice> between = (current == null) ? Stream.of(new Choice("", "Chosen times", true)) : Stream.empty();
		return Stream.concat(between, named).toList();
	}

	/**
	 * Filters without a field, the times of a chosen range, the order and the size.
	 */
	private static List<IncidentQueryParameters.Pair> hidden(IncidentQuery query) {
		List<String> shown = Stream
			.concat(Stream.of("q", "range", "page"),
					Stream.concat(USUAL.stream(), FURTHER.stream()).map(Facet::parameter))
			.toList();
		return IncidentQueryParameters.pairs(query).stream().filter((pair) -> !shown.contains(pair.name())).toList();
	}

	/**
	 * A link.
	 *
	 * @param label what it says
	 * @param address where it leads
	 */
	record Link(String label, String address) {
	}

	/**
	 * One of several values of a field.
	 *
	 * @param value as it stands in an address
	 * @param label in words
	 * @param chosen whether it holds
	 */
	record Choice(String value, String label, boolean chosen) {
	}

	/**
	 * The head of a column.
	 *
	 * @param label what it says
	 * @param style the column's name in the style sheet
	 * @param address the address that sorts by it, or the other way round; empty for a
	 * column that cannot be sorted by
	 * @param sorted {@code ascending}, {@code descending} or {@code none}
	 */
	record Column(String label, String style, String address, String sorted) {

		static List<Column> of(String path, IncidentQuery query) {
			return List.of(column("Severity", "col-severity", IncidentOrder.Column.SEVERITY, true, path, query),
					column("ID", "number", IncidentOrder.Column.ID, true, path, query),
					column("Incident", "col-name", IncidentOrder.Column.NAME, false, path, query),
					new Column("Status", "col-status", "", "none"),
					column("Assignee", "col-assignee", IncidentOrder.Column.ASSIGNEE, false, path, query),
					new Column("Sources", "col-sources", "", "none"),
					column("Alerts", "number", IncidentOrder.Column.ALERTS, true, path, query),
					column("Assets", "col-assets", IncidentOrder.Column.ASSETS, true, path, query),
					column("Age", "number", IncidentOrder.Column.CREATED, true, path, query),
					column("Updated, UTC", "col-updated", IncidentOrder.Column.UPDATED, true, path, query));
		}

		private static Column column(String label, String style, IncidentOrder.Column by, boolean largestFirst,
				String path, IncidentQuery query) {
			boolean current = query.order().column() == by;
			boolean descending = current ? !query.order().descending() : largestFirst;
			String sorted = current ? (query.order().descending() ? "descending" : "ascending") : "none";
			return new Column(label, style,
					IncidentQueryParameters.address(path, query.with(new IncidentOrder(by, descending))), sorted);
		}

	}

	/**
	 * Where a page stands among the others.
	 *
	 * @param text such as "51 to 100 of 1,284"
	 * @param previous the page before it, or empty
	 * @param next the page behind it, or empty
	 * @param sizes how many rows a page may have
	 */
	record Pager(String text, String previous, String next, List<Size> sizes) {

		static Pager of(String path, Selection selection) {
			IncidentQuery query = selection.query();
			int page = query.page();
			String previous = (page > 1) ? address(path, query.onPage(Math.min(page - 1, selection.pages()))) : "";
			String next = (page < selection.pages()) ? address(path, query.onPage(page + 1)) : "";
			List<Size> sizes = IncidentQueryParameters.SIZES.stream()
				.map((size) -> new Size(size, address(path, sized(query, size)), size == query.size()))
				.toList();
			return new Pager(text(selection), previous, next, sizes);
		}

		private static String text(Selection selection) {
			if (selection.rows().isEmpty()) {
				return (selection.total() > 0) ? "This page is behind the last" : "Nothing to show";
			}
			long first = (selection.query().page() - 1L) * selection.query().size() + 1;
			return String.format(Locale.ROOT, "%,d to %,d of %,d", first, first + selection.rows().size() - 1,
					selection.total());
		}

		private static IncidentQuery sized(IncidentQuery query, int size) {
			return new IncidentQuery(query.filters(), query.words(), query.range(), query.order(), 1, size);
		}

		private static String address(String path, IncidentQuery query) {
			return IncidentQueryParameters.address(path, query);
		}

	}

	/**
	 * A number of rows that a page may have.
	 *
	 * @param rows how many
	 * @param address the page with so many
	 * @param current whether this page has so many
	 */
	record Size(int rows, String address, boolean current) {
	}

}
