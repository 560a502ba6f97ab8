package io.watchfloor.queue.related;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;

/**
 * The incidents of a queue that share something with one incident.
 *
 * @param read the number of incidents that were compared, with the incident itself
 * @param strong those that share something rare, the closest first
 * @param weak the closest of those that share only what many hold
 * @param weakNumber the number of all of these
 * @param campaign the campaign that the incident belongs to
 * @see Rarity
 */
public record RelatedIncidents(int read, List<RelatedIncident> strong, List<RelatedIncident> weak, int weakNumber,
		Campaign campaign) {

	/**
	 * Find the incidents that share something with one.
	 * @param incident the incident, as the index holds it if it does
	 * @param index the incidents of the analyst's queue
	 * @param viewpoint who looks, and when
	 * @param mostWeak the most weakly related incidents to return
	 * @return the related incidents; of two that are as close, the last updated first
	 */
	public static RelatedIncidents of(Incident incident, IncidentIndex index, Viewpoint viewpoint, int mostWeak) {
		IncidentSummary own = index.find(incident.id()).orElseGet(() -> IncidentSummary.of(incident));
		List<IncidentSummary> compared = new ArrayList<>(List.of(own));
		index.all(IncidentQuery.DEFAULT.with(TimeRange.ANY), viewpoint)
			.filter((other) -> other.id() != own.id() && other.redirectedTo() != own.id())
			.forEach(compared::add);
		Spellings spellings = new Spellings(incident);
		WantedValues wanted = new WantedValues();
		wanted.add(own, (kind) -> true);
		Holders holders = new Holders(compared, wanted);
		Map<Boolean, List<Holders.Holder>> graded = holders.all()
			.stream()
			.filter((holder) -> holder.incident().id() != own.id())
			.collect(Collectors.partitioningBy(holders::isStrong));
		List<RelatedIncident> strong = closest(graded.getOrDefault(true, List.of()), holders, spellings,
				Integer.MAX_VALUE);
		List<Holders.Holder> weak = graded.getOrDefault(false, List.of());
		return new RelatedIncidents(compared.size(), strong, closest(weak, holders, spellings, mostWeak), weak.size(),
				new CampaignSearch(compared, spellings).of(own, strong));
	}

	/**
	 * Return the closest incidents. Most weakly related ones are never shown, so that
	 * what they share is only listed for those that are.
	 */
	private static List<RelatedIncident> closest(List<Holders.Holder> all, Holders holders, Spellings spellings,
			int most) {
		record Weighed(Holders.Holder holder, double weight) {
		}
		return all.stream()
			.map((holder) -> new Weighed(holder, holders.weight(holder)))
			.sorted(Comparator.comparingDouble(Weighed::weight).reversed())
			.limit(most)
			.map((weighed) -> holders.related(weighed.holder(), spellings))
			.toList();
	}

}
