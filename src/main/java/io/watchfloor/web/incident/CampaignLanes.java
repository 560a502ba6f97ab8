package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * Draws the incidents of a campaign below each other, in lanes of one row.
 */
final class CampaignLanes {

	/**
	 * The most alerts of a lane that are drawn: more would be one line.
	 */
	private static final int MOST_ALERTS = 100;

	private final @Nullable TimeAxis axis;

	private int drawn;

	private CampaignLanes(@Nullable TimeAxis axis) {
		this.axis = axis;
	}

	/**
	 * Create the lanes of incidents.
	 * @param incidents the incidents, some of which may have no time
	 */
	static CampaignLanes of(List<IncidentSummary> incidents) {
		List<Instant> times = incidents.stream()
			.filter((incident) -> incident.firstActivity() != null)
			.flatMap((incident) -> Stream.concat(Stream.of(incident.firstActivity(), incident.lastActivity()),
					raised(incident)))
			.filter(Objects::nonNull)
			.sorted()
			.toList();
		return new CampaignLanes((times.isEmpty()) ? null : TimeAxis.over(times.get(0), times.get(times.size() - 1)));
	}

	/**
	 * Return when the alerts of an incident were raised, without those of which that is
	 * unknown.
	 */
	private static Stream<Instant> raised(IncidentSummary incident) {
		return incident.alertTimes()
			.millis()
			.filter((millis) -> millis != IncidentSummary.UNKNOWN_TIME)
			.mapToObj(Instant::ofEpochMilli);
	}

	/**
	 * Draw the next lane.
	 * @return the lane, or {@code null} if the incident has no time
	 */
	CampaignView.@Nullable Lane next(IncidentSummary incident) {
		Instant first = incident.firstActivity();
		if (this.axis == null || first == null) {
			return null;
		}
		TimeAxis over = this.axis;
		Instant last = Objects.requireNonNullElse(incident.lastActivity(), first);
		List<Double> alerts = raised(incident).map(over::percent).distinct().limit(MOST_ALERTS).toList();
		return new CampaignView.Lane(bar(over, incident, first, (last.isBefore(first)) ? first : last), alerts);
	}

	private StoryView.Bar bar(TimeAxis over, IncidentSummary incident, Instant first, Instant last) {
		double x = over.percent(first);
		double width = Math.round((over.percent(last) - x) * 1000) / 1000.0;
		double from = StoryLanes.pixels(x);
		double to = StoryLanes.pixels(x + width) + StoryLanes.MARK;
		double room = Math.max(from, StoryLanes.NARROWEST - to) - StoryLanes.BESIDE;
		SeverityView severity = SeverityView.of(incident.severity().word());
		String label = StoryLanes.withTitle(word(severity), IncidentRow.title(incident), room);
		boolean before = to + StoryLanes.BESIDE + StoryLanes.width(label) > StoryLanes.NARROWEST
				&& from >= StoryLanes.BESIDE + StoryLanes.width(label);
		return new StoryView.Bar(this.drawn + 1, false, severity.level(), x, width, StoryRows.HEIGHT * this.drawn++,
				label, before, words(incident, severity, first, last));
	}

	/**
	 * Return a severity in the words of the label, which stand in all words too (WCAG
	 * 2.2, 2.5.3).
	 */
	private static String word(SeverityView severity) {
		return ForeignText.shortened(severity.label(), 16);
	}

	private static String words(IncidentSummary incident, SeverityView severity, Instant first, Instant last) {
		String until = (last.isAfter(first)) ? " to " + Times.utc(last) : "";
		return "Incident " + incident.id() + ", " + word(severity) + ": " + IncidentRow.title(incident) + ". "
				+ Numbers.of(incident.alerts(), "alert", "alerts") + ", " + Times.utc(first) + until;
	}

	List<TimeAxis.Tick> ticks() {
		return (this.axis != null) ? this.axis.ticks() : List.of();
	}

	int steps() {
		return (this.axis != null) ? this.axis.steps() : 1;
	}

	/**
	 * Return the height of the lanes that were drawn, in pixels.
	 */
	int height() {
		return this.drawn * StoryRows.HEIGHT;
	}

}
