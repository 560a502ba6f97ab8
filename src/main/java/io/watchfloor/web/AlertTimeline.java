package io.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import org.jspecify.annotations.Nullable;

/**
 * Draws alerts on a time axis: a lane for each stage of the attack, in the order of the
 * attack, and in a lane as many rows as it takes for no two labels to touch.
 */
final class AlertTimeline {

	static final int ROW_HEIGHT = 22;

	static final int AXIS_HEIGHT = 40;

	private static final int LEFT = 180;

	private static final int RIGHT = 1180;

	private static final int WIDTH = 1200;

	private static final int TICKS = 5;

	private static final int SHORTEST_BAR = 10;

	static final int GAP = 6;

	private static final int PADDING = 6;

	private static final int MOST_WITH_TITLE = 40;

	private static final int LONGEST_TITLE = 46;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

	private final Instant from;

	private final Duration span;

	private final boolean titles;

	private AlertTimeline(Instant from, Instant to, boolean titles) {
		this.from = from;
		this.span = Duration.between(from, to);
		this.titles = titles;
	}

	/**
	 * Draw the alerts that have a time.
	 * @param alerts the alerts, the first of which has the number 1
	 * @param now the time that it is
	 * @return the picture, or {@code null} when no alert has a time
	 */
	static @Nullable TimelineView of(List<Alert> alerts, Instant now) {
		List<Instant> times = alerts.stream()
			.flatMap((alert) -> Stream.of(AlertView.began(alert), ended(alert)))
			.filter(Objects::nonNull)
			.sorted()
			.toList();
		if (times.isEmpty()) {
			return null;
		}
		Instant from = times.get(0);
		Instant last = times.get(times.size() - 1);
		Instant to = (last.isAfter(from.plusSeconds(TICKS))) ? last : from.plusSeconds(60);
		int timed = (int) alerts.stream().filter((alert) -> AlertView.began(alert) != null).count();
		return new AlertTimeline(from, to, timed <= MOST_WITH_TITLE).draw(alerts, to, alerts.size() - timed, now);
	}

	private TimelineView draw(List<Alert> alerts, Instant to, int untimed, Instant now) {
		List<TimelineView.Lane> lanes = new ArrayList<>();
		int top = 0;
		for (Map.Entry<String, List<Integer>> stage : stages(alerts).entrySet()) {
			TimelineRows rows = new TimelineRows(top + PADDING);
			List<TimelineView.Bar> bars = stage.getValue()
				.stream()
				.map((number) -> bar(number, alerts.get(number - 1), rows))
				.toList();
			int height = rows.count() * ROW_HEIGHT + PADDING;
			lanes.add(new TimelineView.Lane(stage.getKey(), top, height, bars));
			top += height;
		}
		return new TimelineView(WIDTH, top + AXIS_HEIGHT, LEFT, RIGHT,
				Objects.requireNonNull(TimeView.of(this.from, now)), Objects.requireNonNull(TimeView.of(to, now)),
				ticks(), lanes, untimed);
	}

	/**
	 * The numbers of the alerts that have a time, by tactic, and then by other category.
	 */
	private static Map<String, List<Integer>> stages(List<Alert> alerts) {
		Map<String, List<Integer>> stages = new LinkedHashMap<>();
		Stream.iterate(1, (number) -> number <= alerts.size(), (number) -> number + 1)
			.filter((number) -> AlertView.began(alerts.get(number - 1)) != null)
			.sorted(Comparator.comparing((number) -> Tactic.of(alerts.get(number - 1).category())
				.map(Enum::ordinal)
				.orElse(Tactic.values().length)))
			.forEach((number) -> stages.computeIfAbsent(lane(alerts.get(number - 1)), (absent) -> new ArrayList<>())
				.add(number));
		return stages;
	}

	private static String lane(Alert alert) {
		String category = Tactic.label(alert.category());
		return (category != null) ? shortened(category, 22) : "No category";
	}

	private TimelineView.Bar bar(int number, Alert alert, TimelineRows rows) {
		Instant began = Objects.requireNonNull(AlertView.began(alert));
		int x = Math.min(x(began), RIGHT - SHORTEST_BAR);
		Instant ended = ended(alert);
		int end = (ended != null) ? x(ended) : x;
		int width = Math.max(end - x, SHORTEST_BAR);
		SeverityView severity = SeverityView.of(alert.severity());
		String label = label(number, severity, alert);
		int labelWidth = width(label);
		boolean before = x + width + GAP + labelWidth > RIGHT && x - GAP - labelWidth >= LEFT;
		int labelX = (before) ? x - GAP : x + width + GAP;
		int y = (before) ? rows.place(labelX - labelWidth, x + width) : rows.place(x, labelX + labelWidth);
		return new TimelineView.Bar(number, severity.level(), x, y, width, label, labelX, before);
	}

	/**
	 * The label. The title is somebody's text, so it stands between the marks that keep
	 * its direction from turning the rest around: SVG has no element for that.
	 */
	private String label(int number, SeverityView severity, Alert alert) {
		String label = number + " " + shortened(severity.label(), 16);
		String title = ForeignText.line(alert.title());
		return (this.titles && title != null) ? label + " · \u2068" + shortened(title, LONGEST_TITLE) + "\u2069"
				: label;
	}

	private List<TimelineView.Tick> ticks() {
		List<TimelineView.Tick> ticks = new ArrayList<>();
		String lastDay = "";
		for (int i = 0; i < TICKS; i++) {
			Instant time = this.from.plus(this.span.multipliedBy(i).dividedBy(TICKS - 1));
			String day = DAY.format(time);
			ticks.add(new TimelineView.Tick(x(time), (day.equals(lastDay)) ? "" : day, TIME.format(time)));
			lastDay = day;
		}
		return ticks;
	}

	private int x(Instant time) {
		double share = (double) Duration.between(this.from, time).toMillis() / this.span.toMillis();
		return LEFT + PADDING + (int) Math.round(share * (RIGHT - LEFT - PADDING));
	}

	private static @Nullable Instant ended(Alert alert) {
		Instant began = AlertView.began(alert);
		Instant last = alert.lastActivity();
		return (began != null && last != null && last.isAfter(began)) ? last : began;
	}

	private static String shortened(String text, int longest) {
		return (text.codePointCount(0, text.length()) <= longest) ? text
				: text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
	}

	/**
	 * About how wide a text is at the size of the labels.
	 */
	private static int width(String text) {
		return text.codePoints().map((codePoint) -> (codePoint < 0x1100) ? 7 : 13).sum();
	}

}
