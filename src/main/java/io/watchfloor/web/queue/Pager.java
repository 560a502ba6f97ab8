package io.watchfloor.web.queue;

import java.util.List;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.format.Numbers;

/**
 * The links between the pages of a view.
 *
 * @param text such as "51 to 100 of 1,284"
 * @param behind whether the page is after the last one
 * @param previous the address of the page before, or empty
 * @param next the address of the page after, or empty
 * @param sizes links to the first page with other numbers of rows
 */
record Pager(String text, boolean behind, String previous, String next, List<Link> sizes) {

	/**
	 * Create the pager of a selection.
	 * @param path the address of the bare queue
	 */
	static Pager of(String path, Selection selection) {
		IncidentQuery query = selection.query();
		int page = query.page();
		String previous = (page > 1) ? address(path, query.onPage(Math.min(page - 1, selection.pages()))) : "";
		String next = (page < selection.pages()) ? address(path, query.onPage(page + 1)) : "";
		List<Link> sizes = IncidentQueryParameters.SIZES.stream()
			.map((size) -> new Link(size.toString(), address(path, sized(query, size)), size == query.size()))
			.toList();
		return new Pager(text(selection), isBehind(selection), previous, next, sizes);
	}

	private static boolean isBehind(Selection selection) {
		return selection.rows().isEmpty() && selection.total() > 0;
	}

	private static String text(Selection selection) {
		if (selection.rows().isEmpty()) {
			return (isBehind(selection)) ? "This page is after the last" : "Nothing to show";
		}
		long first = (selection.query().page() - 1L) * selection.query().size() + 1;
		return Numbers.of(first) + " to " + Numbers.of(first + selection.rows().size() - 1) + " of "
				+ Numbers.of(selection.total());
	}

	private static IncidentQuery sized(IncidentQuery query, int size) {
		return query.ofSize(size);
	}

	private static String address(String path, IncidentQuery query) {
		return IncidentQueryParameters.address(path, query);
	}

}
