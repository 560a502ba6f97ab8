package io.watchfloor.web.handover;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.handover.Escalation;
import io.watchfloor.queue.handover.Handover;
import io.watchfloor.queue.handover.Shifts;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.Terms;
import io.watchfloor.web.format.ZonedTimes;

/**
 * What a shift hands over: {@code handover.html} knows it as {@code handover}. The next
 * shift reads it too, so that nothing in it is ranked as the analyst's own.
 *
 * @param start the time from which on it tells
 * @param made when it was made, such as {@code Mon 23 Nov 18:02 CET}
 * @param path the address of the queue
 * @param sections its parts
 * @param freshness how complete and fresh the numbers are
 */
record HandoverPage(HandoverStart start, String made, String path, List<HandoverSection> sections,
		Freshness freshness) {

	/**
	 * Create the page.
	 * @param base the path under which the application runs, empty for the root
	 * @param signedIn when the analyst's queue began to see changes
	 */
	static HandoverPage of(String base, AnalystView view, HandoverStart start, Shifts shifts, Instant signedIn) {
		ZonedTimes times = new ZonedTimes(shifts.zone());
		Instant now = view.now();
		Viewpoint nobody = new Viewpoint(Set.of(), now, view.viewpoint().attention());
		String path = base + StandardView.PATH;
		Handover handover = new Handover(view.index(), view.snapshot().changes(), start.time(), nobody);
		return new HandoverPage(
				start, times.day(now, now) + " " + times.name(now), path, sections(path, handover, view,
						new HandoverReasons(nobody, times), start.time(), times.brief(signedIn, now)),
				view.freshness());
	}

	private static List<HandoverSection> sections(String path, Handover handover, AnalystView view,
			HandoverReasons reasons, Instant since, String signedIn) {
		QueueState state = view.snapshot().state();
		boolean allCreated = state.hasAllCreatedSince(since);
		boolean allChanged = state.hasAllSince(since);
		boolean allOpen = view.freshness().allOpen();
		return List.of(
				HandoverSection.of(
						"first", "First by the ranking", "", "Open, whatever its age; as for nobody in particular.",
						handover.ranked(), path, allOpen, reasons::ranked),
				escalated(path, handover, reasons, allOpen, signedIn),
				HandoverSection.of("arrived", "Arrived",
						detail(handover.arrivedBySeverity(), (word) -> SeverityView.of(word).label()),
						"Created since then, the most severe first.", handover.arrived(), path, allCreated,
						reasons::arrived),
				HandoverSection.of("closed", "Closed", detail(handover.closedByClassification(), Terms::classification),
						"Resolved, and last changed since then. The API says neither when nor by whom: the owner stands for whom.",
						handover.closed(), path, allChanged, reasons::closed),
				HandoverSection.of("merged", "Merged", "", "Merged into another, and last changed since then.",
						handover.merged(), path, allChanged, reasons::merged),
				HandoverSection.of("waiting", "Still waiting", "", "Open and assigned to nobody, the longest first.",
						handover.waiting(), path, allOpen, reasons::waiting));
	}

	/**
	 * No view selects what escalated; it is among what is older and changed.
	 */
	private static HandoverSection escalated(String path, Handover handover, HandoverReasons reasons, boolean allOpen,
			String signedIn) {
		List<Escalation> escalations = handover.escalated();
		List<HandoverEntry> entries = escalations.stream()
			.limit(Handover.MOST)
			.map((escalation) -> HandoverEntry.of(escalation.incident(), reasons.escalated(escalation)))
			.toList();
		return new HandoverSection("escalated", "Escalated", Numbers.of(escalations.size()), allOpen, "",
				"Older, open, and with new alerts, a higher severity or opened again. The API keeps no history: the last two"
						+ " are known since you signed in, " + signedIn + ", and only of what your queue held before.",
				entries, HandoverSection.left(escalations.size(), entries),
				IncidentQueryParameters.address(path, handover.olderChanged()), "All older open ones that changed");
	}

	/**
	 * Say what a number is made up of, the largest part first.
	 * @return such as {@code 12 medium, 3 high}
	 */
	private static String detail(Map<String, Long> counts, Function<String, String> name) {
		Map<String, Long> named = new TreeMap<>();
		counts.forEach((word, number) -> named.merge(HandoverReasons.cut(name.apply(word).toLowerCase(Locale.ROOT)),
				number, Long::sum));
		return named.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed())
			.limit(6)
			.map((count) -> Numbers.of(count.getValue()) + " " + count.getKey())
			.collect(Collectors.joining(", "));
	}

}
