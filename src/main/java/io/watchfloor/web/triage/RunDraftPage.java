package io.watchfloor.web.triage;

import java.util.List;

import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.triage.desk.ChosenIncident;
import io.watchfloor.web.triage.desk.RunDraft;
import io.watchfloor.web.triage.form.EditableTags;
import io.watchfloor.web.triage.form.SentChange;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a change that was not begun shows: {@code run-draft.html} knows it as
 * {@code draft}.
 *
 * @param form names the form
 * @param incidents the incidents
 * @param changes what is wanted, in words
 * @param change what is wanted, as fields send it
 * @param problems why it cannot be written as it is
 * @param permission whether the analyst may write, and how to ask for it
 * @param back the view of the queue that it came from
 */
record RunDraftPage(String form, List<Chosen> incidents, List<String> changes, Fields change, List<String> problems,
		PermissionView permission, String back) {

	static RunDraftPage of(RunDraft draft, PermissionView permission, IncidentNames names, String back) {
		return new RunDraftPage(draft.form(),
				draft.incidents().stream().map((incident) -> Chosen.of(incident, names)).toList(),
				RunWords.changes(draft.change()), Fields.of(draft.change()), draft.problems(), permission, back);
	}

	/**
	 * Return the page's path, to which the question for the permission leads back.
	 */
	public String address() {
		return RunController.PATH + "?" + TriageAddress.FORM + "=" + this.form;
	}

	/**
	 * Return how many incidents there are, in words.
	 */
	public String number() {
		return Numbers.of(this.incidents.size(), "incident", "incidents");
	}

	/**
	 * An incident that was ticked.
	 *
	 * @param value the value of its box
	 * @param name its name
	 * @param address the address of its page
	 */
	record Chosen(String value, String name, String address) {

		static Chosen of(ChosenIncident incident, IncidentNames names) {
			return new Chosen(incident.value(), names.name(incident.id(), null), names.address(incident.id()));
		}

	}

	/**
	 * The fields of the form.
	 *
	 * @param status the status, or {@code null}
	 * @param assignedTo the owner, or {@code null}
	 * @param classification the classification with its determination, or {@code null}
	 * @param tags the tags to add
	 * @param removeTags the tags to remove
	 * @param comment the comment, or {@code null}
	 */
	record Fields(@Nullable String status, @Nullable String assignedTo, @Nullable String classification, String tags,
			String removeTags, @Nullable String comment) {

		static Fields of(TriageChange change) {
			return new Fields(change.status(), change.assignedTo(), SentChange.judgement(change),
					EditableTags.write(change.tagsAdded()), EditableTags.write(change.tagsRemoved()), change.comment());
		}

	}

}
