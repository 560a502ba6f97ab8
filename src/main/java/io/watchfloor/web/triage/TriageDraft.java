package io.watchfloor.web.triage;

import java.util.List;

import io.watchfloor.queue.triage.TriageChange;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst wants written to an incident and was not written yet.
 *
 * @param incident the incident's number
 * @param change what is wanted
 * @param problems why it cannot be written as it is, none where nothing is wrong with it
 */
record TriageDraft(long incident, TriageChange change, List<String> problems) {

	/**
	 * The most characters of a comment that are kept. No page lets anybody type so many.
	 */
	private static final int LONGEST = 2 * TriageChange.LONGEST_COMMENT;

	TriageDraft {
		problems = List.copyOf(problems);
		change = new TriageChange(change.status(), change.assignedTo(), change.classification(), change.determination(),
				change.tagsAdded(), change.tagsRemoved(), cut(change.comment()));
	}

	private static @Nullable String cut(@Nullable String comment) {
		return (comment != null && comment.length() > LONGEST) ? comment.substring(0, LONGEST) : comment;
	}

}
