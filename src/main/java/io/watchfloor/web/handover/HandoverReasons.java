package io.watchfloor.web.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.watchfloor.queue.Ages;
import io.watchfloor.queue.Attention;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.change.SeenChange;
import io.watchfloor.queue.handover.Escalation;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.StatusView;
import io.watchfloor.web.format.Terms;
import io.watchfloor.web.format.ZonedTimes;
import org.jspecify.annotations.Nullable;

/**
 * Says why an incident is in a handover.
 */
final class HandoverReasons {

	/**
	 * The most characters of an owner's name or a word, which may be any.
	 */
	private static final int LONGEST = 60;

	private final Viewpoint viewpoint;

	private final ZonedTimes times;

	/**
	 * Create reasons as of a time.
	 * @param viewpoint when, and with which limits
	 * @param times writes times
	 */
	HandoverReasons(Viewpoint viewpoint, ZonedTimes times) {
		this.viewpoint = viewpoint;
		this.times = times;
	}

	String arrived(IncidentSummary incident) {
		return "Created " + time(incident.created()) + "; " + state(incident);
	}

	String escalated(Escalation escalation) {
		List<String> reasons = new ArrayList<>();
		for (SeenChange change : escalation.changes()) {
			String seen = ", seen " + time(Instant.ofEpochMilli(change.millis()));
			reasons.add((change.kind() == SeenChange.Kind.RAISED)
					? "Raised from " + cut(SeverityView.of(change.before()).label().toLowerCase(Locale.ROOT)) + seen
					: "Opened again" + seen);
		}
		if (escalation.newAlerts() > 0) {
			reasons.add(Numbers.of(escalation.newAlerts(), "new alert", "new alerts") + " of "
					+ Numbers.of(escalation.incident().alerts()));
		}
		return String.join("; ", reasons) + "; " + state(escalation.incident());
	}

	String merged(IncidentSummary incident) {
		String target = (incident.redirectedTo() != 0) ? "Into " + incident.redirectedTo() : "Into another";
		return target + "; changed " + time(incident.updated());
	}

	String closed(IncidentSummary incident) {
		boolean determined = !IncidentSummary.UNDETERMINED.equalsIgnoreCase(incident.determination());
		return cut(Terms.classification(incident.classification()))
				+ (determined ? ", " + cut(Terms.of(incident.determination(), "").toLowerCase(Locale.ROOT)) : "") + "; "
				+ owner(incident) + "; changed " + time(incident.updated());
	}

	String waiting(IncidentSummary incident) {
		String age = "Open for " + Ages.of(incident.created(), this.viewpoint.now());
		return Attention.isOverdue(incident, this.viewpoint)
				? age + ", over the limit of " + Ages.rough(this.viewpoint.attention().limit(incident.severity()))
				: age;
	}

	String ranked(IncidentSummary incident) {
		return Attention.of(incident, this.viewpoint).reason();
	}

	private static String state(IncidentSummary incident) {
		return cut(StatusView.of(incident.status().word()).label().toLowerCase(Locale.ROOT)) + ", " + owner(incident);
	}

	private static String owner(IncidentSummary incident) {
		return incident.isAssigned() ? "owner " + cut(ForeignText.lineOr(incident.assignedTo(), "")) : "no owner";
	}

	/**
	 * Cut a text that would fill a sheet.
	 */
	static String cut(String text) {
		return ForeignText.shortened(text, LONGEST);
	}

	private String time(@Nullable Instant time) {
		return (time != null) ? this.times.brief(time, this.viewpoint.now()) : Ages.UNKNOWN;
	}

}
