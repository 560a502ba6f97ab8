package io.watchfloor.queue.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.watchfloor.queue.Asset;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Counts the incidents that have each device, user and mailbox. Names that belong to one
 * id are counted together. The filter by asset does not tell the kinds apart, so a name
 * counts once in each incident, whatever its kind and case.
 */
final class AssetCounter {

	private static final Comparator<Counted> FEWEST_FIRST = Comparator.<Counted>comparingInt((asset) -> asset.incidents)
		.thenComparing((asset) -> asset.name, String.CASE_INSENSITIVE_ORDER.reversed());

	private final Map<Set<String>, Counted> assets = new LinkedHashMap<>();

	private final Map<String, List<Counted>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	/**
	 * Remembers the assets by each spelling of a name: most recur.
	 */
	private final Map<String, List<Counted>> bySpelling = new HashMap<>();

	/**
	 * Count the assets of incidents.
	 * @param incidents the incidents, last updated first: an asset with several names is
	 * called as in the first
	 */
	AssetCounter(IncidentSummary[] incidents) {
		Map<String, Set<String>> names = new LinkedHashMap<>();
		for (IncidentSummary incident : incidents) {
			for (Asset asset : incident.identities()) {
				if (asset.id() != null) {
					names.computeIfAbsent(folded(asset.id()), (absent) -> new LinkedHashSet<>())
						.add(folded(asset.name()));
				}
			}
		}
		names.values().stream().filter((several) -> several.size() > 1).forEach(this::joined);
		for (IncidentSummary incident : incidents) {
			count(incident);
		}
	}

	private static String folded(String name) {
		return SearchText.lower(name);
	}

	private void joined(Set<String> names) {
		Counted asset = this.assets.computeIfAbsent(names, (absent) -> new Counted());
		for (String name : names) {
			List<Counted> named = this.byName.computeIfAbsent(name, (absent) -> new ArrayList<>());
			if (!named.contains(asset)) {
				named.add(asset);
			}
		}
	}

	private void count(IncidentSummary incident) {
		for (String device : incident.devices()) {
			count(device, incident).forEach((asset) -> asset.device = true);
		}
		for (String user : incident.users()) {
			count(user, incident).forEach((asset) -> asset.user = true);
		}
		for (String mailbox : incident.mailboxes()) {
			count(mailbox, incident);
		}
		for (Asset asset : incident.identities()) {
			for (String name : asset.names()) {
				count(name, incident);
			}
		}
	}

	private List<Counted> count(String name, IncidentSummary incident) {
		List<Counted> named = this.bySpelling.get(name);
		if (named == null) {
			named = this.byName.computeIfAbsent(SearchText.composed(name), this::alone);
			this.bySpelling.put(name, named);
		}
		for (Counted asset : named) {
			asset.count(name, incident);
		}
		return named;
	}

	private List<Counted> alone(String name) {
		return List.of(this.assets.computeIfAbsent(Set.of(name), (absent) -> new Counted()));
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

	private List<NamedCount> top(Predicate<Counted> kind, int limit) {
		PriorityQueue<Map.Entry<Set<String>, Counted>> most = new PriorityQueue<>(
				Map.Entry.comparingByValue(FEWEST_FIRST));
		for (Map.Entry<Set<String>, Counted> asset : this.assets.entrySet()) {
			if (kind.test(asset.getValue())
					&& (most.size() < limit || FEWEST_FIRST.compare(asset.getValue(), most.element().getValue()) > 0)) {
				most.add(asset);
				if (most.size() > limit) {
					most.remove();
				}
			}
		}
		return most.stream()
			.sorted(Map.Entry.comparingByValue(FEWEST_FIRST.reversed()))
			.map((asset) -> new NamedCount(asset.getValue().name, values(asset), asset.getValue().incidents))
			.toList();
	}

	private static Set<String> values(Map.Entry<Set<String>, Counted> asset) {
		return (asset.getKey().size() > 1) ? asset.getKey() : Set.of(asset.getValue().name);
	}

	/**
	 * The devices, users and mailboxes of one name, or of several that one id has.
	 */
	private static final class Counted {

		private String name = "";

		private int incidents;

		private boolean device;

		private boolean user;

		private @Nullable IncidentSummary last;

		private void count(String counted, IncidentSummary incident) {
			if (this.last != incident) {
				this.name = (this.last != null) ? this.name : counted;
				this.last = incident;
				this.incidents++;
			}
		}

	}

}
