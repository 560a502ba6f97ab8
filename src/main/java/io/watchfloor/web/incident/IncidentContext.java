package io.watchfloor.web.incident;

import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.Attention;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.statistics.Merges;
import io.watchfloor.queue.statistics.RelatedIncidents;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.format.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What the analyst's queue knows about an incident: {@code incident.html} knows it as
 * {@code context}.
 *
 * @param reason why the incident ranks where it does by attention
 * @param onwards the chain of incidents that it was merged into: its target, the target
 * of that one, and so on; empty if it was not merged
 * @param circular whether the chain leads back into itself
 * @param mergedHere the incidents that were merged into it
 * @param mergedMore how many more were merged into it
 * @param relatedNumber how many incidents share assets or evidence with it
 * @param related the incidents among them that share most
 * @param compared the number of incidents that it was compared with, such as
 * {@code 1,284 other incidents in your queue so far}
 */
record IncidentContext(String reason, List<Link> onwards, boolean circular, List<Link> mergedHere, int mergedMore,
		int relatedNumber, List<RelatedView> related, String compared) {

	private static final int MOST_RELATED = 12;

	private static final int MOST_MERGED = 12;

	/**
	 * Collect what the queue knows about an incident that was just read.
	 * @param path the address of the queue
	 */
	static IncidentContext of(Incident incident, AnalystView view, String path) {
		Viewpoint viewpoint = view.viewpoint();
		Merges merges = Merges.of(incident, view.index(), viewpoint);
		RelatedIncidents.Found found = RelatedIncidents.of(incident, view.index(), viewpoint, MOST_RELATED);
		return new IncidentContext(Attention.of(IncidentSummary.of(incident), viewpoint).reason(),
				merges.onwards().stream().map((id) -> link(id, path)).toList(), merges.circular(),
				merges.mergedHere().stream().limit(MOST_MERGED).map((summary) -> link(summary.id(), path)).toList(),
				Math.max(0, merges.mergedHere().size() - MOST_MERGED), found.number(),
				found.closest().stream().map((related) -> RelatedView.of(related, viewpoint, path)).toList(),
				compared(view));
	}

	/**
	 * Return the end of the chain, where work goes on, or {@code null} if there is none.
	 */
	public @Nullable Link successor() {
		return (this.onwards.isEmpty() || this.circular) ? null : this.onwards.get(this.onwards.size() - 1);
	}

	private static String compared(AnalystView view) {
		int others = Math.max(0, view.index().size() - 1);
		String newest = (others > RelatedIncidents.COMPARED)
				? Numbers.of(RelatedIncidents.COMPARED, "last updated of the ", "last updated of the ") : "";
		String numbers = newest + Numbers.of(others, "other incident", "other incidents") + " in your queue";
		return view.snapshot().state().complete() ? numbers : numbers + " so far";
	}

	private static Link link(long id, String path) {
		return Link.to(Long.toString(id), path + "/" + id);
	}

}
