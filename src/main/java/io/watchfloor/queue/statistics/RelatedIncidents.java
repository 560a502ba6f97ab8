package io.watchfloor.queue.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import org.jspecify.annotations.Nullable;

/**
 * Finds the incidents of a queue that share assets or evidence with one incident. What
 * few incidents have says more than what many have, so that each thing shared counts by
 * its rarity: a half where two other incidents have it, a tenth where ten have.
 */
public final class RelatedIncidents {

	/**
	 * How many incidents are compared, last updated first: what bounds the work.
	 */
	public static final int COMPARED = 10_000;

	/**
	 * How many hashes, URLs and IP addresses of the incident are looked for, of each.
	 */
	public static final int OF_EACH_KIND = 8;

	private final long id;

	private final Map<String, String> assets = new HashMap<>();

	private final Map<String, String> evidence = new LinkedHashMap<>();

	private final Map<String, Integer> holders = new HashMap<>();

	private RelatedIncidents(Incident incident) {
		this.id = incident.id();
		Facet.ASSET.values(IncidentSummary.of(incident)).forEach((asset) -> this.assets.put(lower(asset), asset));
		List<Evidence> all = incident.alerts().stream().map(Alert::evidence).flatMap(List::stream).toList();
		lookFor(all, (piece) -> (piece.sha1() != null) ? piece.sha1() : piece.sha256());
		lookFor(all, Evidence::url);
		lookFor(all, Evidence::ipAddress);
	}

	/**
	 * Find them.
	 * @param incident the incident
	 * @param index the analyst's queue
	 * @param viewpoint who looks, and when
	 * @param limit how many to tell
	 * @return those that share most, by rarity, first; of equal ones the last updated
	 */
	public static Found of(Incident incident, IncidentIndex index, Viewpoint viewpoint, int limit) {
		return new RelatedIncidents(incident).among(index, viewpoint, limit);
	}

	private void lookFor(Collection<Evidence> all, Function<Evidence, @Nullable String> property) {
		all.stream()
			.flatMap((piece) -> Stream.ofNullable(property.apply(piece)))
			.filter((value) -> !value.isBlank())
			.distinct()
			.limit(OF_EACH_KIND)
			.forEach((value) -> this.evidence.putIfAbsent(lower(value), value));
	}

	private Found among(IncidentIndex index, Viewpoint viewpoint, int limit) {
		IncidentQuery everything = IncidentQuery.DEFAULT.with(TimeRange.between(null, null));
		Map<Long, List<String>> mentions = mentions(index, everything, viewpoint);
		List<RelatedIncident> related = new ArrayList<>();
		index.all(everything, viewpoint).limit(COMPARED).filter(this::isAnother).forEach((other) -> {
			Set<String> shared = sharedAssets(other);
			shared.addAll(mentions.getOrDefault(other.id(), List.of()));
			if (!shared.isEmpty()) {
				shared.forEach((value) -> this.holders.merge(value, 1, Integer::sum));
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
	 * Which evidence other incidents mention: the index searches faster than it can be
	 * walked through.
	 */
	private Map<Long, List<String>> mentions(IncidentIndex index, IncidentQuery everything, Viewpoint viewpoint) {
		Map<Long, List<String>> mentions = new HashMap<>();
		this.evidence.forEach((lower, value) -> index.all(everything.withWords(List.of(value)), viewpoint)
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
		for (String asset : Facet.ASSET.values(other)) {
			String own = this.assets.get(lower(asset));
			if (own != null) {
				shared.add(own);
			}
		}
		return shared;
	}

	private double weight(RelatedIncident related) {
		return related.shared().stream().mapToDouble((value) -> 1.0 / this.holders.getOrDefault(value, 1)).sum();
	}

	private RelatedIncident rarestFirst(RelatedIncident related) {
		return new RelatedIncident(related.incident(),
				related.shared()
					.stream()
					.sorted(Comparator.comparingInt((value) -> this.holders.getOrDefault(value, 1)))
					.toList());
	}

	/**
	 * Whether a text holds a value that is not part of a longer one: 10.0.0.1 is not in
	 * 10.0.0.12.
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

	private static String lower(String value) {
		return value.toLowerCase(Locale.ROOT);
	}

	/**
	 * What was found.
	 *
	 * @param number how many incidents share something
	 * @param closest those that share most, first
	 */
	public record Found(int number, List<RelatedIncident> closest) {
	}

}
