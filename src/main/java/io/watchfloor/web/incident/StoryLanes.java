package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.defender.Alert;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.Tactic;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * Draws the alerts of a group: a lane for each tactic, in the order of an attack, with as
 * many rows as it takes for no two labels to touch.
 */
final class StoryLanes {

	/**
	 * The least width of the picture without the names of the lanes, in pixels.
	 */
	static final int NARROWEST = 760;

	/**
	 * The width of an alert's mark, however short the alert lasted, in pixels.
	 */
	static final int MARK = 10;

	/**
	 * The room between a mark and its label, in pixels.
	 */
	static final int BESIDE = 6;

	private static final int MOST_WITH_TITLE = 40;

	private static final List<Integer> TITLE_LENGTHS = List.of(46, 36, 26, 16, 8);

	/**
	 * The most characters of a title in words: more than Defender's own have.
	 */
	private static final int LONGEST_TITLE = 200;

	private final TimeAxis axis;

	private final List<Alert> alerts;

	private final Set<Integer> drawn = new HashSet<>();

	/**
	 * Create the lanes of one picture.
	 * @param axis the picture's time axis
	 * @param alerts all alerts, the first of which has the number 1
	 */
	StoryLanes(TimeAxis axis, List<Alert> alerts) {
		this.axis = axis;
		this.alerts = alerts;
	}

	/**
	 * Draw the lanes of a group.
	 * @param numbers the numbers of its alerts; all of them have a time
	 */
	List<StoryView.Lane> of(List<Integer> numbers) {
		List<StoryView.Lane> lanes = new ArrayList<>();
		int top = 0;
		for (Map.Entry<String, List<Integer>> stage : stages(numbers).entrySet()) {
			StoryRows rows = new StoryRows(top);
			List<StoryView.Bar> bars = stage.getValue()
				.stream()
				.map((number) -> bar(number, rows, numbers.size() <= MOST_WITH_TITLE))
				.toList();
			lanes.add(new StoryView.Lane(stage.getKey(), top, rows.height(), bars));
			top += rows.height();
		}
		return lanes;
	}

	/**
	 * Group the numbers by tactic, and then by other category.
	 */
	private Map<String, List<Integer>> stages(List<Integer> numbers) {
		Map<String, List<Integer>> stages = new LinkedHashMap<>();
		numbers.stream()
			.sorted(Comparator.comparing(
					(number) -> Tactic.of(alert(number).category()).map(Enum::ordinal).orElse(Tactic.values().length)))
			.forEach((number) -> stages.computeIfAbsent(stage(alert(number)), (absent) -> new ArrayList<>())
				.add(number));
		return stages;
	}

	private static String stage(Alert alert) {
		String category = Tactic.label(alert.category());
		return (category != null) ? ForeignText.shortened(category, 20) : "No category";
	}

	private StoryView.Bar bar(int number, StoryRows rows, boolean titled) {
		Alert alert = alert(number);
		Instant began = Objects.requireNonNull(AlertView.began(alert));
		Instant ended = Objects.requireNonNull(ended(alert));
		double x = this.axis.percent(began);
		double width = Math.max(0, Math.round((this.axis.percent(ended) - x) * 1000) / 1000.0);
		SeverityView severity = SeverityView.of(alert.severity());
		double from = pixels(x);
		double to = pixels(x + width) + MARK;
		String label = label(number, severity, alert, titled, Math.max(from, NARROWEST - to) - BESIDE);
		double room = BESIDE + width(label);
		boolean before = to + room > NARROWEST && from - room >= 0;
		int top = (before) ? rows.place(from - room, to) : rows.place(from, to + room);
		return new StoryView.Bar(number, this.drawn.add(number), severity.level(), x, width, top, label, before,
				words(number, severity, alert, began, ended));
	}

	/**
	 * Return the label, with as much of the title as there is room for on the wider side
	 * of the bar. All of it stands in the {@link #words} as well, since people who speak
	 * to their browser say what they see (WCAG 2.2, 2.5.3).
	 */
	private static String label(int number, SeverityView severity, Alert alert, boolean titled, double room) {
		return withTitle(number + " " + ForeignText.shortened(severity.label(), 16),
				(titled) ? ForeignText.line(alert.title()) : null, room);
	}

	/**
	 * Return a label with as much of a title as there is room for.
	 * @param room the room in pixels
	 */
	static String withTitle(String label, @Nullable String title, double room) {
		return (title == null) ? label
				: TITLE_LENGTHS.stream()
					.map((longest) -> label + ": " + isolated(ForeignText.shortened(title, longest)))
					.filter((titledLabel) -> width(titledLabel) <= room)
					.findFirst()
					.orElse(label);
	}

	/**
	 * Return a text from outside between marks that isolate its direction from the text
	 * around it: SVG has no element for that.
	 */
	private static String isolated(String text) {
		return "\u2068" + text + "\u2069";
	}

	private static String words(int number, SeverityView severity, Alert alert, Instant began, Instant ended) {
		String until = (ended.isAfter(began)) ? " to " + Times.utc(ended) : "";
		return "Alert " + number + ", " + ForeignText.shortened(severity.label(), 40) + ": "
				+ ForeignText.shortened(AlertView.title(alert), LONGEST_TITLE) + ". " + stage(alert) + ", "
				+ Times.utc(began) + until;
	}

	/**
	 * Return when an alert's activity ended, or else when it began.
	 */
	static @Nullable Instant ended(Alert alert) {
		Instant began = AlertView.began(alert);
		Instant last = alert.lastActivity();
		return (began != null && last != null && last.isAfter(began)) ? last : began;
	}

	private Alert alert(int number) {
		return this.alerts.get(number - 1);
	}

	/**
	 * Return where a position is in the narrowest picture, in pixels.
	 */
	static double pixels(double percent) {
		return NARROWEST * percent / 100;
	}

	/**
	 * Estimate the width of a text at the size of the labels, in pixels.
	 */
	static int width(String text) {
		return text.codePoints().map((codePoint) -> (codePoint < 0x1100) ? 7 : 13).sum();
	}

}
