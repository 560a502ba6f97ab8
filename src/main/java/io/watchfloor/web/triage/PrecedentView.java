package io.watchfloor.web.triage;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.triage.Precedents;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.triage.form.Judgement;
import io.watchfloor.web.triage.form.TriageWords;
import org.jspecify.annotations.Nullable;

/**
 * A judgement of incidents like the one that is shown.
 *
 * @param label the judgement
 * @param count how often it was made, such as {@code 9}
 * @param value its value in the form
 * @param address the page with the form filled in; {@code null} where it is no judgement
 * that can be written, such as one without a determination
 */
record PrecedentView(String label, String count, String value, @Nullable String address) {

	private static final int MOST = 4;

	/**
	 * Return the judgements of incidents like one, from what the queue has read.
	 * @param page the page of the incident
	 */
	static All of(Incident incident, AnalystView view, String page) {
		Stream<IncidentSummary> read = view.index().all(IncidentQuery.DEFAULT.with(TimeRange.ANY), view.viewpoint());
		Precedents precedents = Precedents.of(IncidentSummary.of(incident), read::iterator);
		return new All(Numbers.of(precedents.total()),
				precedents.judgements().stream().limit(MOST).map((judgement) -> of(judgement, page)).toList());
	}

	private static PrecedentView of(Precedents.Judgement judgement, String page) {
		Classification classification = judgement.classification();
		Determination determination = judgement.determination();
		String value = new Judgement(classification, determination).value();
		boolean writable = classification.determinations().contains(determination);
		return new PrecedentView(TriageWords.judgement(classification, determination), Numbers.of(judgement.count()),
				value, writable ? TriageAddress.with(page, TriageAddress.JUDGEMENT, value) : null);
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
