package io.watchfloor.defender.graph;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.json.ResponseReader.Listing;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a page as listed, without their alerts.
 *
 * @param rows the incidents in their order, with those that cannot be read
 * @param nextLink the address of the next page as it was sent, or {@code null} for none
 * @param more whether there may be more incidents after them
 * @param partial whether something may be missing
 */
record ListedRows(List<Row> rows, @Nullable String nextLink, boolean more, boolean partial) {

	/**
	 * Create the rows of a response.
	 * @param incidents the incidents that could be read
	 * @param listing what is known of the page
	 * @param top how many were asked for
	 * @param partial whether something may be missing
	 */
	static ListedRows of(List<Incident> incidents, Listing listing, int top, boolean partial) {
		List<Row> rows = new ArrayList<>();
		addUnreadable(rows, listing, 0);
		for (Incident incident : incidents) {
			rows.add(new Row(incident, incident.id()));
			addUnreadable(rows, listing, incident.id());
		}
		return new ListedRows(rows, listing.nextLink(), listing.nextLink() != null || listing.size() >= top, partial);
	}

	private static void addUnreadable(List<Row> rows, Listing listing, long before) {
		listing.unreadable()
			.stream()
			.filter((place) -> place == before)
			.forEach((place) -> rows.add(new Row(null, before)));
	}

	int size() {
		return this.rows.size();
	}

	/**
	 * Return a part of the rows.
	 * @param skip how many to leave out, from 0
	 * @param top the most to keep
	 */
	ListedRows part(int skip, int top) {
		int from = Math.min(skip, size());
		int to = Math.min(from + top, size());
		return new ListedRows(this.rows.subList(from, to), this.nextLink, this.more || to < size(), this.partial);
	}

	/**
	 * An incident of a page.
	 *
	 * @param incident the incident, or {@code null} if it cannot be read
	 * @param number its number, or that of the one before it if it cannot be read
	 */
	record Row(@Nullable Incident incident, long number) {
	}

}
