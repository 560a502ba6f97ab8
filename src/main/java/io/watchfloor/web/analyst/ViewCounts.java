package io.watchfloor.web.analyst;

import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.web.format.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What every page tells of the queue, whatever it shows itself: the numbers beside the
 * views of the navigation, and the open high incidents. Templates know it as
 * {@code counts}. It is counted when the page is printed.
 *
 * @param view what the analyst's queue holds, read before
 */
public record ViewCounts(AnalystView view) {

	/**
	 * Count the incidents of a view.
	 * @param query the view, or {@code null} for none
	 * @return the number, or {@code null} where there is none to show
	 */
	public @Nullable Count of(@Nullable IncidentQuery query) {
		if (query == null) {
			return null;
		}
		// Nothing is sorted in the order that the index has
		int total = this.view.index().select(query.with(IncidentOrder.DEFAULT), this.view.viewpoint()).total();
		return new Count(Numbers.of(total), this.view.freshness().knows(query));
	}

	/**
	 * Return the open high incidents.
	 */
	public OpenHighs highs() {
		return OpenHighs.of(this.view);
	}

	/**
	 * Return when Defender last answered, in ISO 8601, or {@code null} if it never did.
	 */
	public @Nullable String asOf() {
		return this.view.asOf();
	}

	/**
	 * A number of incidents.
	 *
	 * @param figure such as {@code 1,284}
	 * @param known whether it is final; otherwise there are at least so many
	 */
	public record Count(String figure, boolean known) {
	}

}
