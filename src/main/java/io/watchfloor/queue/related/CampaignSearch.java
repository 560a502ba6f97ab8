package io.watchfloor.queue.related;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.related.Campaign.Member;

/**
 * Collects the members of a campaign, step by step. The first step follows every strong
 * relation of the incident. Further ones follow only what an attack brings with it, such
 * as a hash: a user of one member, a device of that user's other incident and so on would
 * lead through the whole queue.
 */
final class CampaignSearch {

	private final Collection<IncidentSummary> incidents;

	private final Spellings spellings;

	private final Map<Long, Member> members = new LinkedHashMap<>();

	private boolean bounded;

	/**
	 * Begin a search.
	 * @param incidents all incidents
	 * @param spellings the spellings to show values in
	 */
	CampaignSearch(Collection<IncidentSummary> incidents, Spellings spellings) {
		this.incidents = incidents;
		this.spellings = spellings;
	}

	/**
	 * Return the campaign of an incident.
	 * @param first the incident
	 * @param related the incidents that are strongly related to it, the closest first
	 */
	Campaign of(IncidentSummary first, List<RelatedIncident> related) {
		this.members.put(first.id(), new Member(first, null, 0));
		List<Member> found = join(
				related.stream().map((one) -> new Member(one.incident(), one.shared().get(0), first.id())).toList());
		for (int step = 2; step <= Campaign.MOST_STEPS && !found.isEmpty() && !this.bounded; step++) {
			found = join(next(found));
		}
		return new Campaign(List.copyOf(this.members.values()), this.bounded || !found.isEmpty());
	}

	/**
	 * Add members as long as there is room.
	 * @return those that were added
	 */
	private List<Member> join(List<Member> found) {
		List<Member> joined = found.stream().limit(Campaign.MOST - this.members.size()).toList();
		joined.forEach((member) -> this.members.put(member.incident().id(), member));
		this.bounded = joined.size() < found.size();
		return joined;
	}

	/**
	 * Return the incidents that share something rare with one of the last members, the
	 * closest first.
	 */
	private List<Member> next(List<Member> last) {
		WantedValues wanted = new WantedValues();
		last.forEach((member) -> wanted.add(member.incident(), SharedKind::isOfAnAttack));
		Holders holders = new Holders(this.incidents, wanted);
		Set<Long> lastIds = last.stream().map((member) -> member.incident().id()).collect(Collectors.toSet());
		Map<String, Long> firstHolders = new HashMap<>();
		List<RelatedIncident> others = new ArrayList<>();
		for (Holders.Holder holder : holders.all()) {
			long id = holder.incident().id();
			if (lastIds.contains(id)) {
				holders.related(holder, this.spellings)
					.shared()
					.forEach((value) -> firstHolders.putIfAbsent(key(value), id));
			}
			else if (!this.members.containsKey(id) && holders.isStrong(holder)) {
				others.add(holders.related(holder, this.spellings));
			}
		}
		return others.stream()
			.sorted(Comparator.comparingDouble(RelatedIncident::weight).reversed())
			.map((related) -> new Member(related.incident(), related.shared().get(0),
					firstHolders.getOrDefault(key(related.shared().get(0)), 0L)))
			.toList();
	}

	private static String key(SharedValue value) {
		return value.kind() + value.text();
	}

}
