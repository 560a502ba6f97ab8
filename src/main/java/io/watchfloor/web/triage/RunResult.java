package io.watchfloor.web.triage;

import java.util.List;
import java.util.Locale;

import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.web.triage.form.TriageForm;
import org.jspecify.annotations.Nullable;

/**
 * What became of one incident of a run, as its page shows it.
 *
 * @param id the incident's number
 * @param name its name
 * @param address the address of its page
 * @param style the style of the outcome
 * @param outcome the outcome in a word or two
 * @param words what became of it, in a sentence or two
 * @param differences how it differs from what the analyst saw, for a conflict
 * @param redirectedTo the incident that it was merged into, or {@code null}
 * @param redirectedAddress the address of that one's page, empty for none
 * @param trackingId under which Microsoft's support finds the call, or {@code null}
 * @param undo names the entry of the undo list, or {@code null} where it cannot be undone
 * @param undone what became of undoing it, or {@code null} where nobody tried
 * @param retry writes it all the same, or {@code null} where that is not offered
 */
record RunResult(long id, String name, String address, String style, String outcome, String words,
		List<ComparedField> differences, @Nullable Long redirectedTo, String redirectedAddress,
		@Nullable String trackingId, @Nullable String undo, @Nullable String undone, @Nullable Retry retry) {

	/**
	 * Create the row of a result.
	 * @param undone what became of undoing it, or {@code null}
	 * @param undoable whether it can be undone now
	 */
	static RunResult of(TriageResult result, @Nullable TriageResult undone, boolean undoable, IncidentNames names) {
		long id = result.request().id();
		Long target = result.redirectedTo();
		return new RunResult(id, names.name(id, result.after()), names.address(id),
				result.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'), RunWords.outcome(result.outcome()),
				RunWords.sentence(result),
				(result.outcome() == Outcome.CONFLICT) ? ComparedField.ofConflict(result) : List.of(), target,
				(target != null) ? names.address(target) : "",
				(result.failure() != null) ? result.failure().trackingId() : null,
				(undoable && undone == null) ? result.undo() : null, (undone != null) ? RunWords.undone(undone) : null,
				Retry.of(result));
	}

	/**
	 * The form that writes a change in spite of a conflict. Its page has shown what the
	 * incident is like by now, so it sends that as seen: what changes once more after
	 * that is a conflict again.
	 *
	 * @param form names the form
	 * @param fields its other fields
	 */
	record Retry(String form, ResultView.Overwrite fields) {

		static @Nullable Retry of(TriageResult result) {
			SeenState now = result.before();
			return (result.outcome() == Outcome.CONFLICT && now != null)
					? new Retry(TriageForm.newName(), ResultView.Overwrite.of(now, result.request().change())) : null;
		}

	}

}
