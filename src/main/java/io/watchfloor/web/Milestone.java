package io.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * A point in the life of an incident.
 *
 * @param label what happened then
 * @param time when
 * @param since how long after the one before it, or {@code null} for the first
 */
record Milestone(String label, TimeView time, @Nullable String since) {

	/**
	 * The points that are known: first activity, detected, created, last update. The
	 * first two are the earliest that any alert tells.
	 */
	static List<Milestone> of(Incident incident, Instant now) {
		List<Milestone> milestones = new ArrayList<>();
		Instant last = null;
		last = add(milestones, "First activity", earliest(incident, Alert::firstActivity), last, now);
		last = add(milestones, "Detected", earliest(incident, Alert::created), last, now);
		last = add(milestones, "Incident created", incident.created(), last, now);
		add(milestones, "Last update", incident.lastUpdate(), last, now);
		return milestones;
	}

	private static @Nullable Instant add(List<Milestone> milestones, String label, @Nullable Instant time,
			@Nullable Instant last, Instant now) {
		TimeView view = TimeView.of(time, now);
		if (time == null || view == null) {
			return last;
		}
		milestones.add(new Milestone(label, view, (last != null) ? since(Duration.between(last, time)) : null));
		return time;
	}

	private static String since(Duration span) {
		if (span.abs().toSeconds() < 1) {
			return "at once";
		}
		return (span.isNegative()) ? Times.exact(span.negated()) + " earlier" : Times.exact(span) + " later";
	}

	private static @Nullable Instant earliest(Incident incident, Function<Alert, @Nullable Instant> time) {
		return incident.alerts().stream().map(time).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
	}

}
