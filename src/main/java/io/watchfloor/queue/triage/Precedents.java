package io.watchfloor.queue.triage;

import java.util.List;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.queue.IncidentSummary;

/**
 * How incidents like one were judged: those of the same detector and title that somebody
 * classified, from what was read.
 *
 * @param judgements the judgements, most frequent first
 * @param total how many incidents they are taken from, from 0
 */
public record Precedents(List<Judgement> judgements, int total) {

	/**
	 * Find the precedents of an incident.
	 * @param incident the incident
	 * @param read the incidents that were read, in any order
	 * @return its precedents, itself not among them
	 */
	public static Precedents of(IncidentSummary incident, Iterable<IncidentSummary> read) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * A judgement and how often it was made.
	 *
	 * @param classification the classification
	 * @param determination the determination
	 * @param count how often, from 1
	 */
	public record Judgement(Classification classification, Determination determination, int count) {
	}

}
