package io.watchfloor.queue.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.SearchText;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import org.jspecify.annotations.Nullable;

/**
 * Finds the incidents of a queue that share assets or evidence with one incident. A value
 * that few incidents have says more than one that many have, so each shared value is
 * weighted by rarity: one half where two other incidents have it, one tenth where ten do.
 */
public final class RelatedIncidents {

	/**
	 * The most incidents that are compared, last updated first, which limits the work.
	 */
	public static final int COMPARED = 10_000;

	/**
	 * The most hashes, URLs and IP addresses of the incident that are searched for, of
	 * each kind.
	 */
	public static final int LIMIT_PER_KIND = 8;

	private final long id;

	private final Map<String, String> assets = new HashMap<>();

	private final Map<String, String> evidence = new LinkedHashMap<>();

	private final Map<String, Integer> frequencies = new HashMap<>();

	private RelatedIncidents(Incident incident) {
		this.id = incident.id();
		IncidentSummary summary = IncidentSummary.of(incident);
		summary.identities().forEach((asset) -> {
			if (asset.id() != null) {
				this.assets.put(SearchText.lower(asset.id()), asset.name());
			}
		});
		names(summary).forEach((name) -> this.assets.put(SearchText.lower(name), name));
		List<Evidence> all = incident.alerts().stream().map(Alert::evidence).flatMap(List::stream).toList();
		addEvidence(all, (piece) -> (piece.sha1() != null) ? piece.sha1() : piece.sha256());
		addEvidence(all, Evidence::url);
		addEvidence(all, Evidence::ipAddress);
	}

	/**
	 * Find the incidents that share something with one.
	 * @param incident the incident
	 * @param index the incidents of the analyst's queue
	 * @param viewpoint who looks, and when
	 * @param limit the most incidents to return
	 * @return those with the greatest weight first, then the last updated
	 */
	public static Found of(Incident incident, IncidentIndex index, Viewpoint viewpoint, int limit) {
		return new RelatedIncidents(incident).find(index, viewpoint, limit);
	}

	private void addEvidence(Collection<Evidence> all, Function<Evidence, @Nullable String> property) {
		all.stream()
			.flatMap((piece) -> Stream.ofNullable(property.apply(piece)))
			.filter((value) -> !value.isBlank())
			.distinct()
			.limit(LIMIT_PER_KIND)
			.forEach((value) -> this.evidence.putIfAbsent(SearchText.lower(value), value));
	}

	private Found find(IncidentIndex index, Viewpoint viewpoint, int limit) {
		IncidentQuery everything = IncidentQuery.DEFAULT.with(TimeRange.between(null, null));
		Map<Long, List<String>> mentions = mentions(index, everything, viewpoint);
		List<RelatedIncident> related = new ArrayList<>();
		index.all(everything, viewpoint).limit(COMPARED).filter(this::isAnother).forEach((other) -> {
			Set<String> shared = sharedAssets(other);
			shared.addAll(mentions.getOrDefault(other.id(), List.of()));
			if (!shared.isEmpty()) {
				shared.forEach((value) -> this.frequencies.merge(value, 1, Integer::sum));
				related.add(new RelatedIncident(other, List.copyOf(shared)));
			}
		});
		return new Found(related.size(),
				related.stream()
					.sorted(Comparator.comparingDouble(this::weight).reversed())
					.limit(limit)
					.map(this::rarestFirst)
					.toList());
	}

	/**
	 * Return the evidence that other incidents mention, by their ids. The search of the
	 * index is faster than looking at each incident.
	 */
	private Map<Long, List<String>> mentions(IncidentIndex index, IncidentQuery everything, Viewpoint viewpoint) {
		Map<Long, List<String>> mentions = new HashMap<>();
		this.evidence
			.forEach((lower, value) -> index.all(everything.withTerms(List.of(SearchTerm.of(value))), viewpoint)
				.limit(COMPARED)
				.filter((other) -> standsAlone(lower, other.text().toString()))
				.forEach((other) -> mentions.computeIfAbsent(other.id(), (first) -> new ArrayList<>()).add(value)));
		return mentions;
	}

	private boolean isAnother(IncidentSummary other) {
		return other.id() != this.id && other.redirectedTo() != this.id;
	}

	private Set<String> sharedAssets(IncidentSummary other) {
		Set<String> shared = new LinkedHashSet<>();
		Stream<String> ids = other.identities().stream().flatMap((asset) -> Stream.ofNullable(asset.id()));
		Stream.concat(names(other), ids).forEach((asset) -> {
			String own = this.assets.get(SearchText.lower(asset));
			if (own != null) {
				shared.add(own);
			}
		});
		return shared;
	}

	/**
	 * Return the names of the assets that people are shown. Others, such as the account
	 * administrator, may be those of different users.
	 */
	private static Stream<String> names(IncidentSummary summary) {
		return Stream.of(summary.devices(), summary.users(), summary.mailboxes()).flatMap(List::stream);
	}

	private double weight(RelatedIncident related) {
		return related.shared().stream().mapToDouble((value) -> 1.0 / this.frequencies.getOrDefault(value, 1)).sum();
	}

	private RelatedIncident rarestFirst(RelatedIncident related) {
		return new RelatedIncident(related.incident(),
				related.shared()
					.stream()
					.sorted(Comparator.comparingInt((value) -> this.frequencies.getOrDefault(value, 1)))
					.toList());
	}

	/**
	 * Return whether a text contains a value by itself, not as part of a longer one:
	 * 10.0.0.12 does not contain 10.0.0.1.
	 */
	private static boolean standsAlone(String value, String text) {
		for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
			int end = at + value.length();
			if ((at == 0 || !isPart(text.charAt(at - 1))) && (end == text.length() || !isPart(text.charAt(end)))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPart(char character) {
		return Character.isLetterOrDigit(character) || character == '.' || character == '-' || character == '_';
	}

	/**
	 * The related incidents.
	 *
	 * @param number the number of all incidents that share something
	 * @param closest those with the greatest weight, greatest first
	 */
	public record Found(int number, List<RelatedIncident> closest) {
	}

}
