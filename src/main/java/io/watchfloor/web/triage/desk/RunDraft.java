package io.watchfloor.web.triage.desk;

import java.io.Serializable;
import java.util.List;

import io.watchfloor.queue.triage.TriageChange;

/**
 * A change of many incidents that an analyst wants and that was not begun.
 *
 * @param form names the form that asked for it
 * @param incidents the incidents
 * @param change what is wanted
 * @param problems why it cannot be written as it is, none where nothing is wrong with it
 * @param back the view of the queue that it came from
 */
public record RunDraft(String form, List<ChosenIncident> incidents, TriageChange change, List<String> problems,
		String back) implements Serializable {

	public RunDraft {
		incidents = List.copyOf(incidents);
		problems = List.copyOf(problems);
	}

}
