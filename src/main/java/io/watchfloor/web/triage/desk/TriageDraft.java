package io.watchfloor.web.triage.desk;

import java.io.Serializable;
import java.util.List;

import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageResult;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst wants written to an incident and was not written yet.
 *
 * @param incident the incident's number
 * @param change what is wanted
 * @param problems why it cannot be written as it is, none where nothing is wrong with it
 */
public record TriageDraft(long incident, TriageChange change, List<String> problems) implements Serializable {

	/**
	 * The most characters of a comment that are kept. No page lets anybody type so many.
	 */
	private static final int LONGEST = 2 * TriageChange.LONGEST_COMMENT;

	public TriageDraft {
		problems = List.copyOf(problems);
		change = new TriageChange(change.status(), change.assignedTo(), change.classification(), change.determination(),
				change.tagsAdded(), change.tagsRemoved(), cut(change.comment()));
	}

	/**
	 * Return what of a change is not written. Fields that are written count as unchanged
	 * when the form is sent again; a comment would be there twice.
	 */
	public static TriageDraft of(TriageResult result) {
		TriageChange change = result.request().change();
		IncidentUpdate written = result.written();
		boolean commented = written != null && written.comment() != null;
		return new TriageDraft(result.request().id(),
				new TriageChange(change.status(), change.assignedTo(), change.classification(), change.determination(),
						change.tagsAdded(), change.tagsRemoved(), commented ? null : change.comment()),
				List.of());
	}

	private static @Nullable String cut(@Nullable String comment) {
		return (comment != null && comment.length() > LONGEST) ? comment.substring(0, LONGEST) : comment;
	}

}
