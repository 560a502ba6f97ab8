package io.watchfloor.web.triage;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.defender.Classification;
import io.watchfloor.queue.triage.Triage;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.frame.SignInDigest;
import io.watchfloor.web.triage.desk.ChosenIncident;
import io.watchfloor.web.triage.form.TriageForm;
import io.watchfloor.web.triage.form.Judgement;
import io.watchfloor.web.triage.form.TriageWords;

/**
 * What the queue's page needs to change incidents: its templates know it as
 * {@code triageBar}, and show nothing of it where there is none.
 *
 * @param form names the form
 * @param analyst names the analyst to the script that keeps what was typed
 */
record TriageBar(String form, String analyst) {

	private static final List<Choice> STATUSES = Stream.of("Active", "InProgress", "Resolved")
		.map((word) -> new Choice(word, TriageWords.status(word)))
		.toList();

	private static final List<Group> JUDGEMENTS = Stream
		.of(Classification.TRUE_POSITIVE, Classification.EXPECTED_ACTIVITY, Classification.FALSE_POSITIVE)
		.map(Group::of)
		.toList();

	/**
	 * Create the bar of a page, with a form that was not sent yet.
	 */
	static TriageBar of(Analyst analyst) {
		return new TriageBar(TriageForm.newName(), SignInDigest.ofAnalyst(analyst));
	}

	/**
	 * Return the value of the box of a row.
	 */
	public String value(IncidentRow row) {
		return ChosenIncident.value(row.summary());
	}

	/**
	 * Return the most incidents of one action.
	 */
	public int most() {
		return Triage.MOST_AT_ONCE;
	}

	/**
	 * Return the most characters of a comment.
	 */
	public int longestComment() {
		return TriageChange.LONGEST_COMMENT;
	}

	/**
	 * Return the status values to choose from.
	 */
	public List<Choice> statuses() {
		return STATUSES;
	}

	/**
	 * Return the pairs of classification and determination to choose from.
	 */
	public List<Group> judgements() {
		return JUDGEMENTS;
	}

	/**
	 * A value to choose.
	 *
	 * @param value the value
	 * @param label the value for people
	 */
	record Choice(String value, String label) {
	}

	/**
	 * A classification and the determinations that go with it.
	 *
	 * @param label the classification for people
	 * @param choices the pairs
	 */
	record Group(String label, List<Choice> choices) {

		static Group of(Classification classification) {
			return new Group(TriageWords.judgement(classification, null),
					classification.determinations()
						.stream()
						.map((determination) -> new Choice(new Judgement(classification, determination).value(),
								TriageWords.judgement(classification, determination)))
						.toList());
		}

	}

}
