package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.queue.Asset;
import io.watchfloor.queue.Assets;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.SeverityView;
import org.jspecify.annotations.Nullable;

/**
 * Creates the story of an incident: its alerts on a time axis, grouped by device or by
 * user.
 */
final class AlertStory {

	private static final int MOST_GROUPS = 24;

	/**
	 * The most bars in all groups that are open from the start. The first group is open
	 * in any case.
	 */
	private static final int MOST_OPEN = 60;

	/**
	 * The most bars in all groups of one device or user: an alert can name a whole fleet.
	 */
	private static final int MOST_BARS = 600;

	/**
	 * The most alerts in the story of a large incident.
	 */
	private static final int MOST_WORST = 100;

	/**
	 * The most groups, apart from that of all others, in the story of a large incident.
	 */
	private static final int MOST_GROUPS_OF_WORST = 7;

	/**
	 * The most bars in all groups of one device or user in the story of a large incident.
	 */
	private static final int MOST_BARS_OF_WORST = 60;

	/**
	 * Stands for the device or user of alerts that name none.
	 */
	private static final Asset NOBODY = new Asset(null, List.of(""));

	private final List<Alert> alerts;

	private final StoryGrouping grouping;

	private final TimeAxis axis;

	private final Instant now;

	private final Extent extent;

	private int open;

	private AlertStory(List<Alert> alerts, Extent extent, StoryGrouping grouping, TimeAxis axis, Instant now) {
		this.alerts = alerts;
		this.extent = extent;
		this.grouping = grouping;
		this.axis = axis;
		this.now = now;
	}

	/**
	 * Create the story of an incident.
	 * @param alerts its alerts, the first of which has the number 1
	 * @param grouping how to group them
	 * @param page the address of the incident's page
	 * @param now the time that it is
	 * @return the story, or {@code null} when no alert has a time
	 */
	static @Nullable StoryView of(List<Alert> alerts, StoryGrouping grouping, String page, Instant now) {
		List<Integer> all = IntStream.rangeClosed(1, alerts.size()).boxed().toList();
		return of(alerts, new Extent(all, MOST_GROUPS, MOST_BARS), grouping, page, now);
	}

	/**
	 * Create the story of a large incident: the worst of its alerts.
	 * @param contents the incident's alerts
	 * @param grouping how to group them
	 * @param page the address of the incident's page
	 * @param now the time that it is
	 * @return the story, or {@code null} when no alert has a time
	 */
	static @Nullable StoryView ofWorst(IncidentContents contents, StoryGrouping grouping, String page, Instant now) {
		List<Integer> worst = contents.worst(MOST_WORST).stream().sorted().toList();
		return of(contents.alerts(), new Extent(worst, MOST_GROUPS_OF_WORST, MOST_BARS_OF_WORST), grouping, page, now);
	}

	private static @Nullable StoryView of(List<Alert> alerts, Extent extent, StoryGrouping grouping, String page,
			Instant now) {
		List<Instant> times = extent.numbers()
			.stream()
			.map((number) -> alerts.get(number - 1))
			.flatMap((alert) -> Stream.of(AlertView.began(alert), StoryLanes.ended(alert)))
			.filter(Objects::nonNull)
			.sorted()
			.toList();
		if (times.isEmpty()) {
			return null;
		}
		Instant first = times.get(0);
		Instant last = times.get(times.size() - 1);
		TimeAxis axis = TimeAxis.over(first, last);
		AlertStory story = new AlertStory(alerts, extent, grouping, axis, now);
		return new StoryView(choices(grouping, page), axis.ticks(), axis.steps(),
				Objects.requireNonNull(TimeView.of(first, now)), Objects.requireNonNull(TimeView.of(last, now)),
				story.groups(), extent.numbers().size() - story.timed().size(),
				alerts.size() - extent.numbers().size());
	}

	private static List<Link> choices(StoryGrouping chosen, String page) {
		String separator = page.contains("?") ? "&" : "?";
		return Stream.of(StoryGrouping.values())
			.map((grouping) -> new Link(grouping.label(),
					page + separator + StoryGrouping.PARAMETER + "=" + grouping.value() + "#story", grouping == chosen))
			.toList();
	}

	private List<StoryView.Group> groups() {
		StoryLanes lanes = new StoryLanes(this.axis, this.alerts);
		return members().stream()
			.sorted(Comparator.comparing((members) -> members.numbers().get(0)))
			.map((members) -> group(members, lanes))
			.toList();
	}

	private StoryView.Group group(Members members, StoryLanes lanes) {
		List<StoryView.Lane> drawn = lanes.of(members.numbers());
		boolean opens = this.open == 0 || this.open + members.numbers().size() <= MOST_OPEN;
		this.open += (opens) ? members.numbers().size() : 0;
		SeverityView worst = members.numbers()
			.stream()
			.map((number) -> SeverityView.of(alert(number).severity()))
			.max(Comparator.comparing(SeverityView::rank))
			.orElseThrow();
		return new StoryView.Group(members.name(), this.grouping.kind().icon(),
				Numbers.of(members.numbers().size(), "alert", "alerts"), worst,
				Objects.requireNonNull(TimeView.of(AlertView.began(alert(members.numbers().get(0))), this.now)), opens,
				drawn.stream().mapToInt(StoryView.Lane::height).sum(), drawn);
	}

	/**
	 * Return the groups with the most alerts, and one group with all others.
	 */
	private List<Members> members() {
		List<Integer> timed = timed();
		if (this.grouping == StoryGrouping.NONE) {
			return List.of(new Members(null, timed));
		}
		List<Members> all = byAsset(timed);
		List<Members> alone = new ArrayList<>();
		int bars = 0;
		while (alone.size() < Math.min(all.size(), this.extent.mostGroups())
				&& (bars == 0 || bars + all.get(alone.size()).numbers().size() <= this.extent.mostBars())) {
			bars += all.get(alone.size()).numbers().size();
			alone.add(all.get(alone.size()));
		}
		return together(alone, all.subList(alone.size(), all.size()));
	}

	private List<Integer> timed() {
		return this.extent.numbers().stream().filter((number) -> AlertView.began(alert(number)) != null).toList();
	}

	private List<Members> byAsset(List<Integer> timed) {
		Assets assets = Assets.of(this.alerts);
		Map<Asset, Members> byAsset = new LinkedHashMap<>();
		for (int number : timed) {
			List<Asset> named = this.grouping.of(assets, alert(number));
			for (Asset asset : (named.isEmpty()) ? List.of(NOBODY) : named) {
				byAsset.computeIfAbsent(asset, (absent) -> new Members(named(asset.name()), new ArrayList<>()))
					.numbers()
					.add(number);
			}
		}
		return byAsset.values()
			.stream()
			.sorted(Comparator.comparing((Members members) -> members.numbers().size()).reversed())
			.toList();
	}

	private List<Members> together(List<Members> alone, List<Members> others) {
		if (others.isEmpty()) {
			return alone;
		}
		TreeSet<Integer> numbers = new TreeSet<>();
		others.forEach((members) -> numbers.addAll(members.numbers()));
		List<Members> all = new ArrayList<>(alone);
		all.add(new Members("Others: " + this.grouping.kind().count(others.size()).toLowerCase(Locale.ROOT),
				List.copyOf(numbers)));
		return all;
	}

	private String named(String name) {
		return ForeignText.lineOr(name, "No " + this.grouping.kind().label().toLowerCase(Locale.ROOT) + " named");
	}

	private Alert alert(int number) {
		return this.alerts.get(number - 1);
	}

	/**
	 * How much of an incident is drawn.
	 *
	 * @param numbers the numbers of the alerts, ascending
	 * @param mostGroups the most groups, apart from that of all others
	 * @param mostBars the most bars in these groups
	 */
	private record Extent(List<Integer> numbers, int mostGroups, int mostBars) {
	}

	/**
	 * The alerts of a group.
	 *
	 * @param name the group's name, if it has one
	 * @param numbers their numbers, ascending; not empty
	 */
	private record Members(@Nullable String name, List<Integer> numbers) {
	}

}
