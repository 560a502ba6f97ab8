package io.watchfloor.web.triage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.queue.triage.TriageResult.Outcome;
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
		List<Difference> differences, @Nullable Long redirectedTo, String redirectedAddress,
		@Nullable String trackingId, @Nullable String undo, @Nullable String undone, @Nullable RetryForm retry) {

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
				RunWords.sentence(result), differences(result), target, (target != null) ? names.address(target) : "",
				(result.failure() != null) ? result.failure().trackingId() : null,
				(undoable && undone == null) ? result.undo() : null,
				(undone != null) ? RunWords.undone(undone) : null, RetryForm.of(result));
	}

	private static List<Difference> differences(TriageResult result) {
		SeenState seen = result.request().seen();
		SeenState now = result.before();
		if (result.outcome() != Outcome.CONFLICT || seen == null || now == null) {
			return List.of();
		}
		return result.conflicts()
			.stream()
			.map((field) -> new Difference(TriageWords.field(field), TriageWords.value(field, seen),
					TriageWords.value(field, now)))
			.toList();
	}

	/**
	 * A field that somebody else changed meanwhile.
	 *
	 * @param label its name
	 * @param seen its value as the analyst saw it
	 * @param now its value as it was read
	 */
	record Difference(String label, String seen, String now) {
	}

	/**
	 * The form that writes a change in spite of a conflict. Its page has shown what the
	 * incident is like by now, so it sends that as seen: what changes once more after
	 * that is a conflict again.
	 *
	 * @param form names the form
	 * @param seen the state that the page shows
	 * @param status the status, empty to leave it
	 * @param assignedTo the owner; {@code null} to leave it
	 * @param classification the classification with its determination, empty to leave it
	 * @param tags all tags that the field can hold; {@code null} to leave them
	 * @param comment the comment, empty for none
	 */
	record RetryForm(String form, String seen, String status, @Nullable String assignedTo, String classification,
			@Nullable String tags, String comment) {

		static @Nullable RetryForm of(TriageResult result) {
			SeenState now = result.before();
			if (result.outcome() != Outcome.CONFLICT || now == null) {
				return null;
			}
			var change = result.request().change();
			boolean tagged = !change.tagsAdded().isEmpty() || !change.tagsRemoved().isEmpty();
			return new RetryForm(TriageForm.newName(), now.encoded(), orEmpty(change.status()), change.assignedTo(),
					(change.classification() != null)
							? new TriageForm.Judgement(change.classification(), change.determination()).value() : "",
					tagged ? RunWords.tags(now.tags(), change) : null, orEmpty(change.comment()));
		}

		private static String orEmpty(@Nullable String text) {
			return Objects.requireNonNullElse(text, "");
		}

	}

}
