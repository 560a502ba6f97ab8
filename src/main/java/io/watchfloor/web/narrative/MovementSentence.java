package io.watchfloor.web.narrative;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.watchfloor.defender.Alert;
import io.watchfloor.queue.Status;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the attack still moves: its last activity, the alerts that are open, and
 * the investigations that wait for somebody.
 */
final class MovementSentence {

	/**
	 * The age up to which the last activity of an attack with open alerts may not be the
	 * last: the activity of a night is read by the next day's shift.
	 */
	static final Duration RECENT = Duration.ofHours(24);

	private final List<Alert> alerts;

	private final EvidenceLinks links;

	private MovementSentence(List<Alert> alerts, EvidenceLinks links) {
		this.alerts = alerts;
		this.links = links;
	}

	static Sentence of(List<Alert> alerts, EvidenceLinks links, Instant now) {
		return new MovementSentence(alerts, links).tell(now);
	}

	private Sentence tell(Instant now) {
		List<Integer> open = numbers(
				(alert) -> !Status.of(Objects.requireNonNullElse(alert.status(), "")).isResolved());
		List<Integer> waiting = numbers((alert) -> "PendingApproval".equalsIgnoreCase(alert.investigationState()));
		Integer last = last();
		Instant activity = (last != null) ? activity(last) : null;
		boolean recent = activity != null && activity.isAfter(now.minus(RECENT));
		List<List<Clause>> facts = new ArrayList<>();
		facts.add((last != null && activity != null)
				? List.of(Clause.words("its last activity was seen ", null),
						Clause.words(Times.age(activity, now), this.links.alert(last)))
				: List.of(Clause.words("its last activity was not reported", null)));
		facts.add(List.of(open(open)));
		if (!waiting.isEmpty()) {
			facts
				.add(List.of(
						Clause.words(
								Numbers.of(waiting.size(), "automated investigation waits",
										"automated investigations wait") + " for an approval",
								this.links.alert(waiting.get(0)))));
		}
		return Sentence.begin().words(beginning(recent, !open.isEmpty() || !waiting.isEmpty())).list(facts).words(".");
	}

	private static String beginning(boolean recent, boolean open) {
		if (recent) {
			return (open) ? "It may still be moving: " : "Its alerts are closed, but not for long: ";
		}
		return (open) ? "Nothing says that it still moves, but it is not closed: "
				: "Nothing says that it still moves: ";
	}

	private Clause open(List<Integer> open) {
		int all = this.alerts.size();
		if (open.isEmpty()) {
			return Clause.words(
					(all == 1) ? "its alert is resolved" : "all " + Numbers.of(all) + " alerts are resolved",
					this.links.alerts());
		}
		String which = (open.size() == all) ? "all " + Numbers.of(all) + " alerts are"
				: Numbers.of(open.size()) + " of " + Numbers.of(all) + " alerts " + ((open.size() == 1) ? "is" : "are");
		return Clause.words(((all == 1) ? "its alert is" : which) + " open", this.links.alert(open.get(0)));
	}

	private List<Integer> numbers(Predicate<Alert> condition) {
		return IntStream.rangeClosed(1, this.alerts.size())
			.filter((number) -> condition.test(this.alerts.get(number - 1)))
			.boxed()
			.toList();
	}

	/**
	 * Return the number of the alert with the last activity, or {@code null} if no alert
	 * has one.
	 */
	private @Nullable Integer last() {
		Integer last = null;
		for (int number = 1; number <= this.alerts.size(); number++) {
			Instant activity = activity(number);
			Instant latest = (last != null) ? activity(last) : null;
			if (activity != null && (latest == null || activity.isAfter(latest))) {
				last = number;
			}
		}
		return last;
	}

	private @Nullable Instant activity(int number) {
		return this.alerts.get(number - 1).lastActivity();
	}

}
