package io.watchfloor.web.handover;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.SeverityView;

/**
 * An incident of a handover, and why it is there.
 *
 * @param id its number
 * @param name its name, cut where it would fill a sheet
 * @param severity its severity
 * @param path its address below the queue's, such as {@code /924565}
 * @param why why it is there
 */
record HandoverEntry(long id, String name, SeverityView severity, String path, String why) {

	/**
	 * The most characters of a name: about a line of paper.
	 */
	private static final int LONGEST = 110;

	/**
	 * The most characters of a severity, which may be any word.
	 */
	private static final int LONGEST_SEVERITY = 20;

	/**
	 * Create an entry.
	 * @param why why the incident is there
	 */
	static HandoverEntry of(IncidentSummary incident, String why) {
		SeverityView severity = SeverityView.of(incident.severity().word());
		return new HandoverEntry(incident.id(), ForeignText.shortened(IncidentRow.title(incident), LONGEST),
				new SeverityView(ForeignText.shortened(severity.label(), LONGEST_SEVERITY), severity.level(),
						severity.rank()),
				"/" + incident.id(), why);
	}

}
