package io.watchfloor.queue.reading;

import java.util.Collections;
import java.util.List;

import io.watchfloor.defender.IncidentSource.Page;

/**
 * A place in the API's list of incidents.
 *
 * @param before the number of the last incident before it that was read; 0 for none
 * @param skipped the number of incidents between the two that cannot be read
 */
record Place(long before, int skipped) {

	static final Place BEGINNING = new Place(0, 0);

	/**
	 * Return the place behind a page that begins here.
	 * @param page the page
	 * @param last the number of the last incident on it that was read; 0 for none
	 */
	Place behind(Page page, long last) {
		return (last != 0) ? new Place(last, Collections.frequency(page.unreadable(), last))
				: new Place(this.before, this.skipped + page.unreadable().size());
	}

	/**
	 * Return what {@link Page#unreadable()} says of the incidents before this place.
	 */
	List<Long> unreadable() {
		return Collections.nCopies(this.skipped, this.before);
	}

}
