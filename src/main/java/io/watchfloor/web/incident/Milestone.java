package io.watchfloor.web.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.Status;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * A point in the life of an incident.
 *
 * @param label what happened then
 * @param time when, or {@link TimeView#UNKNOWN}
 * @param since the time since the milestone before it, or {@code null} for the first
 */
record Milestone(String label, TimeView time, @Nullable String since) {

	static final String CREATED = "Incident created";

	/**
	 * Return the milestones: first activity and detected, if they are known, created and
	 * last update. The first two are the earliest times of all alerts.
	 */
	static List<Milestone> of(Incident incident, Instant now) {
		List<Milestone> milestones = new ArrayList<>();
		Instant last = null;
		last = add(milestones, "First activity", earliest(incident, Alert::firstActivity), last, now);
		last = add(milestones, "Detected", earliest(incident, Alert::created), last, now);
		last = addAlways(milestones, CREATED, incident.created(), last, now);
		addAlways(milestones, "Last update", incident.lastUpdate(), last, now);
		return milestones;
	}

	/**
	 * Calculate how long it took to detect the incident and, if it is resolved, to
	 * resolve it. The API has no history: the last update stands for the resolution.
	 * @return the spans by their names, with their formulas
	 * @see <a href=
	 * "https://github.com/microsoft/TWL300-XDR-SOC-Operations/blob/main/docs/Ex08/08_02.md">Measure
	 * response metrics</a>
	 */
	static Map<String, String> spans(Incident incident) {
		Instant first = earliest(incident, Alert::firstActivity);
		Map<String, String> spans = new LinkedHashMap<>();
		addSpan(spans, "Time to detect", first, incident.created(), "from the first activity to the creation");
		if (Status.of(Objects.requireNonNullElse(incident.status(), "")).isResolved()) {
			addSpan(spans, "Time to resolve", first, incident.lastUpdate(),
					"from the first activity to the last update");
		}
		return spans;
	}

	private static void addSpan(Map<String, String> spans, String name, @Nullable Instant from, @Nullable Instant to,
			String formula) {
		if (from != null && to != null && !to.isBefore(from)) {
			spans.put(name, Times.exact(Duration.between(from, to)) + ", " + formula);
		}
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

	/**
	 * Add a milestone that every incident has, even if its time is unknown.
	 */
	private static @Nullable Instant addAlways(List<Milestone> milestones, String label, @Nullable Instant time,
			@Nullable Instant last, Instant now) {
		if (time == null) {
			milestones.add(new Milestone(label, TimeView.UNKNOWN, null));
			return last;
		}
		return add(milestones, label, time, last, now);
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
