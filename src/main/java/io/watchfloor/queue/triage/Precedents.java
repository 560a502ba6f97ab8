package io.watchfloor.queue.triage;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * How incidents like one were judged: the last {@value #MOST} of the same detector and
 * title that somebody classified, from what was read. Titles that differ in case or in
 * how much is affected are the same. Incidents that were merged into others are left out:
 * they were judged there.
 *
 * @param judgements the judgements, most frequent first; of those as frequent the latest
 * first
 * @param total how many incidents they are taken from, from 0
 */
public record Precedents(List<Judgement> judgements, int total) {

	/**
	 * The most incidents that are counted, so that a team that has changed its mind is
	 * not held to what it thought long ago.
	 */
	public static final int MOST = 50;

	private static final Comparator<IncidentSummary> OLDEST_FIRST = Comparator
		.comparingLong(IncidentSummary::createdMillis)
		.thenComparingLong(IncidentSummary::id);

	public Precedents {
		judgements = List.copyOf(judgements);
	}

	/**
	 * Find the precedents of an incident.
	 * @param incident the incident
	 * @param read the incidents that were read, in any order
	 * @return its precedents, itself not among them
	 */
	public static Precedents of(IncidentSummary incident, Iterable<IncidentSummary> read) {
		String title = IncidentTitle.of(incident.name());
		Map<String, Boolean> same = new HashMap<>();
		PriorityQueue<IncidentSummary> last = new PriorityQueue<>(OLDEST_FIRST);
		for (IncidentSummary other : read) {
			if (!title.isEmpty() && !other.isUnclassified() && other.id() != incident.id() && !other.isRedirected()
					&& isSameDetector(incident.detections(), other.detections())
					&& same.computeIfAbsent(other.name(), (name) -> IncidentTitle.of(name).equals(title))
					&& judgement(other) != null) {
				last.add(other);
				if (last.size() > MOST) {
					last.remove();
				}
			}
		}
		return counted(last.stream().sorted(OLDEST_FIRST.reversed()).toList());
	}

	private static boolean isSameDetector(Collection<String> detections, Collection<String> others) {
		return detections.equals(others) || !Collections.disjoint(detections, others);
	}

	private static Precedents counted(List<IncidentSummary> newestFirst) {
		Map<Judgement, Integer> counts = new LinkedHashMap<>();
		newestFirst.stream()
			.flatMap((incident) -> Stream.ofNullable(judgement(incident)))
			.forEach((judgement) -> counts.merge(judgement, 1, Integer::sum));
		return new Precedents(counts.entrySet()
			.stream()
			.map((judged) -> new Judgement(judged.getKey().classification(), judged.getKey().determination(),
					judged.getValue()))
			.sorted(Comparator.comparingInt(Judgement::count).reversed())
			.toList(), newestFirst.size());
	}

	/**
	 * Return how an incident was judged.
	 * @return the judgement, made once; {@code null} where a word is not known, so that
	 * it cannot be written
	 */
	private static @Nullable Judgement judgement(IncidentSummary incident) {
		Classification classification = Classification.of(incident.classification());
		Determination determination = Determination.of(incident.determination());
		return (classification == null || determination == null || classification == Classification.NOT_SET) ? null
				: new Judgement(classification, determination, 1);
	}

	/**
	 * A judgement and how often it was made.
	 *
	 * @param classification the classification
	 * @param determination the determination; {@link Determination#NOT_SET} where nobody
	 * gave one
	 * @param count how often, from 1
	 */
	public record Judgement(Classification classification, Determination determination, int count) {
	}

}
