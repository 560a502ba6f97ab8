package io.watchfloor.web.triage;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.triage.Precedents;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.format.Numbers;

/**
 * A judgement of incidents like the one that is shown.
 *
 * @param label the judgement
 * @param count how often it was made, such as {@code 9}
 * @param value its value in the form
 * @param address the page with the form filled in
 */
record PrecedentView(String label, String count, String value, String address) {

	private static final int MOST = 4;

	/**
	 * Return the judgements of incidents like one, from what the queue has read.
	 * @param page the page of the incident
	 */
	static All of(Incident incident, AnalystView view, String page) {
		Stream<IncidentSummary> read = view.index().all(IncidentQuery.DEFAULT.with(TimeRange.ANY), view.viewpoint());
		Precedents precedents = Precedents.of(IncidentSummary.of(incident), read::iterator);
		return new All(Numbers.of(precedents.total()), precedents.judgements().stream().limit(MOST).map((judgement) -> {
			String value = new Judgement(judgement.classification(), judgement.determination()).value();
			return new PrecedentView(TriageWords.judgement(judgement.classification(), judgement.determination()),
					Numbers.of(judgement.count()), value, TriageAddress.with(page, TriageAddress.JUDGEMENT, value));
		}).toList());
	}

	/**
	 * The most frequent judgements of incidents like one.
	 *
	 * @param total how many incidents were judged, such as {@code 14}
	 * @param judgements the judgements
	 */
	record All(String total, List<PrecedentView> judgements) {
	}

}
