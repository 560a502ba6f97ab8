package io.watchfloor.web.incident;

import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.Attention;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.related.RelatedIncidents;
import io.watchfloor.queue.statistics.Merges;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.narrative.ReadIncidents;
import io.watchfloor.web.narrative.RelatedSection;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

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
 * @param found the incidents that share something with it, which are looked for when a
 * page first asks for them: that takes as long as all else
 */
record IncidentContext(String reason, List<Link> onwards, boolean circular, List<Link> mergedHere, int mergedMore,
		SingletonSupplier<Found> found) {

	private static final int MOST_MERGED = 12;

	/**
	 * Collect what the queue knows about an incident that was just read.
	 * @param path the address of the queue
	 */
	static IncidentContext of(Incident incident, AnalystView view, String path) {
		Viewpoint viewpoint = view.viewpoint();
		Merges merges = Merges.of(incident, view.index(), viewpoint);
		// Just put there: to summarize a large incident again would take as long as all
		// else
		IncidentSummary summary = view.index().find(incident.id()).orElseGet(() -> IncidentSummary.of(incident));
		return new IncidentContext(Attention.of(summary, viewpoint).reason(),
				merges.onwards().stream().map((id) -> link(id, path)).toList(), merges.circular(),
				merges.mergedHere().stream().limit(MOST_MERGED).map((merged) -> link(merged.id(), path)).toList(),
				Math.max(0, merges.mergedHere().size() - MOST_MERGED),
				SingletonSupplier.of(() -> Found.of(incident, view, path)));
	}

	/**
	 * Return the incidents that share something with it.
	 */
	public RelatedSection related() {
		return this.found.obtain().related();
	}

	/**
	 * Return the campaign that it belongs to, or {@code null} if it belongs to none.
	 */
	public @Nullable CampaignView campaign() {
		return this.found.obtain().campaign();
	}

	/**
	 * Return how many incidents are strongly related to it.
	 */
	public int relatedNumber() {
		return related().number();
	}

	/**
	 * Return the end of the chain, where work goes on, or {@code null} if there is none.
	 */
	public @Nullable Link successor() {
		return (this.onwards.isEmpty() || this.circular) ? null : this.onwards.get(this.onwards.size() - 1);
	}

	/**
	 * The incidents that share something with it.
	 *
	 * @param related those that share something with it
	 * @param campaign those that belong to the same campaign, or {@code null} for none
	 */
	record Found(RelatedSection related, @Nullable CampaignView campaign) {

		static Found of(Incident incident, AnalystView view, String path) {
			Viewpoint viewpoint = view.viewpoint();
			RelatedIncidents related = RelatedIncidents.of(incident, view.index(), viewpoint, RelatedSection.MOST);
			ReadIncidents read = new ReadIncidents(related.read(), view.snapshot().state().complete());
			return new Found(RelatedSection.of(related, read, viewpoint, path),
					CampaignView.of(related.campaign(), read, viewpoint, path));
		}

	}

	private static Link link(long id, String path) {
		return Link.to(Long.toString(id), path + "/" + id);
	}

}
