package io.watchfloor.web.triage;

import java.util.List;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.problem.Problem;
import io.watchfloor.web.triage.form.SentChange;
import io.watchfloor.web.triage.form.TriageWords;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change, as the incident's page says it.
 *
 * @param outcome what became of it
 * @param undoing whether the change was to undo another
 * @param heading the outcome in a few words
 * @param meaning what it means, in sentences
 * @param written what is written, field by field
 * @param unwritten what was wanted and is not written, or may not be
 * @param fields the fields that differ from what the analyst saw, after a conflict, or
 * that may have been written; else none
 * @param overwrite the form that writes all the same, after a conflict; else {@code null}
 * @param changedBy who changed the incident last, or {@code null} where the source does
 * not say
 * @param target the incident that it was merged into, or {@code null}
 * @param problem why a call failed, or {@code null}
 * @param typed the comment that was typed, where the page has no form to hold it, else
 * {@code null}
 */
record ResultView(TriageResult.Outcome outcome, boolean undoing, String heading, List<String> meaning,
		List<String> written, List<String> unwritten, List<ComparedField> fields, @Nullable Overwrite overwrite,
		@Nullable String changedBy, @Nullable Link target, @Nullable Problem problem, @Nullable String typed) {

	/**
	 * Return a result as the page says it.
	 * @param now the incident as it was read for the page
	 * @param path the path of the queue
	 */
	static ResultView of(TriageResult result, boolean undoing, Incident now, String path) {
		TriageResult.Outcome outcome = result.outcome();
		boolean conflict = outcome == TriageResult.Outcome.CONFLICT;
		List<ComparedField> fields = switch (outcome) {
			case CONFLICT -> ComparedField.ofConflict(result);
			case UNKNOWN -> ComparedField.ofUnknown(result, SeenState.of(now), now.comments());
			default -> List.of();
		};
		SeenState current = result.before();
		return new ResultView(outcome, undoing, ResultWords.heading(outcome, undoing),
				ResultWords.meaning(outcome, undoing, result.failure()), TriageWords.parts(result.written()),
				TriageWords.parts(result.unwritten()), fields,
				(conflict && !undoing && current != null) ? Overwrite.of(current, result.request().change()) : null,
				conflict ? changedBy(result, now) : null, target(result, path),
				(outcome != TriageResult.Outcome.DONE) ? problem(result.failure()) : null,
				(outcome == TriageResult.Outcome.REDIRECTED) ? ForeignText.lines(result.request().change().comment())
						: null);
	}

	/**
	 * Return the answer to undoing what cannot be undone any longer.
	 */
	static ResultView tooLate() {
		return new ResultView(TriageResult.Outcome.NOT_DONE, true, "Not undone",
				List.of("This change cannot be undone any longer: it was undone already, or more than ten minutes"
						+ " have passed. Change the fields by hand."),
				List.of(), List.of(), List.of(), null, null, null, null, null);
	}

	private static @Nullable String changedBy(TriageResult result, Incident now) {
		Incident read = result.after();
		return ForeignText.line(((read != null) ? read : now).supplement().lastModifiedBy());
	}

	private static @Nullable Link target(TriageResult result, String path) {
		Long target = result.redirectedTo();
		return (target != null) ? Link.to(Long.toString(target), path + "/" + target) : null;
	}

	private static @Nullable Problem problem(@Nullable DefenderException failure) {
		return (failure != null) ? Problem.of(failure) : null;
	}

	/**
	 * Return the kind of the notice: {@code good}, {@code warning} or {@code problem}.
	 */
	public String style() {
		return switch (this.outcome) {
			case DONE, UNCHANGED -> "good";
			case PARTLY, CONFLICT, REDIRECTED, UNKNOWN -> "warning";
			case NOT_DONE -> "problem";
		};
	}

	/**
	 * Return whether looking again may tell more.
	 */
	public boolean unknown() {
		return this.outcome == TriageResult.Outcome.UNKNOWN;
	}

	/**
	 * The fields of the form that writes although somebody else changed the incident
	 * meanwhile: {@code null} for those that it does not have.
	 *
	 * @param seen the state that the page shows
	 * @param status the status
	 * @param assignedTo the owner
	 * @param classification classification and determination
	 * @param tags the tags
	 * @param comment the comment
	 */
	record Overwrite(String seen, @Nullable String status, @Nullable String assignedTo, @Nullable String classification,
			@Nullable String tags, @Nullable String comment) {

		static Overwrite of(SeenState now, TriageChange wanted) {
			return new Overwrite(now.encoded(), wanted.status(), wanted.assignedTo(), SentChange.judgement(wanted),
					SentChange.tags(now, wanted), wanted.comment());
		}

	}

}
