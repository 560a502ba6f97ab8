package io.watchfloor.queue.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Counts the incidents that have each device, user and mailbox. The filter by asset does
 * not tell these kinds apart, so a name counts once in each incident, whatever its kind
 * and case.
 */
final class AssetCounter {

	private static final Comparator<Asset> FEWEST_FIRST = Comparator.<Asset>comparingInt((asset) -> asset.incidents)
		.thenComparing((asset) -> asset.name, String.CASE_INSENSITIVE_ORDER.reversed());

	private final Map<String, Asset> spellings = new HashMap<>();

	private final Map<String, Asset> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	void count(IncidentSummary incident) {
		for (String device : incident.devices()) {
			count(device, incident).device = true;
		}
		for (String user : incident.users()) {
			count(user, incident).user = true;
		}
		for (String mailbox : incident.mailboxes()) {
			count(mailbox, incident);
		}
	}

	private Asset count(String name, IncidentSummary incident) {
		Asset asset = this.spellings.get(name);
		if (asset == null) {
			asset = this.folded.computeIfAbsent(SearchText.composed(name), Asset::new);
			this.spellings.put(name, asset);
		}
		if (asset.last != incident) {
			asset.last = incident;
			asset.incidents++;
		}
		return asset;
	}

	/**
	 * Return the devices that most incidents have, then by name.
	 */
	List<NamedCount> topDevices(int limit) {
		return top((asset) -> asset.device, limit);
	}

	/**
	 * Return the users that most incidents have, then by name.
	 */
	List<NamedCount> topUsers(int limit) {
		return top((asset) -> asset.user, limit);
	}

	private List<NamedCount> top(Predicate<Asset> kind, int limit) {
		PriorityQueue<Asset> most = new PriorityQueue<>(FEWEST_FIRST);
		for (Asset asset : this.folded.values()) {
			if (kind.test(asset) && (most.size() < limit || FEWEST_FIRST.compare(asset, most.element()) > 0)) {
				most.add(asset);
				if (most.size() > limit) {
					most.remove();
				}
			}
		}
		return most.stream()
			.sorted(FEWEST_FIRST.reversed())
			.map((asset) -> new NamedCount(asset.name, Set.of(asset.name), asset.incidents))
			.toList();
	}

	/**
	 * The devices, users and mailboxes of one name.
	 */
	private static final class Asset {

		private final String name;

		private int incidents;

		private boolean device;

		private boolean user;

		private @Nullable IncidentSummary last;

		private Asset(String name) {
			this.name = name;
		}

	}

}
