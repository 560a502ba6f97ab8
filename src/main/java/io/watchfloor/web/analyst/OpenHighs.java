package io.watchfloor.web.analyst;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Severity;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.web.address.StandardView;

/**
 * The open high incidents that an analyst's queue holds, whatever view a page shows:
 * scripts tell from them which are new.
 *
 * @param complete whether these are all that there are
 * @param incidents the incidents, newest first
 */
public record OpenHighs(boolean complete, List<High> incidents) {

	/**
	 * The most incidents: enough to notice new ones.
	 */
	static final int MOST = 100;

	private static final IncidentQuery VIEW = view();

	static OpenHighs of(AnalystView view) {
		Selection selection = view.index().select(VIEW, view.viewpoint());
		return new OpenHighs(view.freshness().knows(VIEW) && selection.total() <= MOST,
				selection.rows().stream().map(High::of).toList());
	}

	private static IncidentQuery view() {
		return StandardView.OPEN.query()
			.with(Facet.SEVERITY, Set.of(Severity.HIGH.word()))
			.with(new IncidentOrder(IncidentOrder.Column.CREATED, true))
			.ofSize(MOST);
	}

	/**
	 * Return the incidents for a page's own scripts, without names.
	 * @return number and time of creation of each, such as {@code 924565:1763906590},
	 * separated by spaces
	 */
	public String value() {
		return this.incidents.stream().map((high) -> high.id() + ":" + high.created()).collect(Collectors.joining(" "));
	}

	/**
	 * An open high incident.
	 *
	 * @param id its number
	 * @param created when it was created, in seconds since 1970, 0 if that is not known
	 * @param name its name, to show
	 */
	public record High(long id, long created, String name) {

		static High of(IncidentSummary summary) {
			return new High(summary.id(), summary.createdMillis() / 1000, IncidentRow.title(summary));
		}

	}

}
