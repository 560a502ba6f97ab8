package io.watchfloor.web.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.web.format.Defang;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.narrative.Sentence;

/**
 * Writes the summary of an incident that an analyst pastes into a ticket: a few lines of
 * plain text. Tickets and chats make links of whatever looks like an address, so all
 * addresses in names and titles are defanged, which the page need not do; names of own
 * people and devices stay as people search for them. A text of Defender's is always
 * within one line, so that it cannot pass for a line of this summary.
 */
final class TicketText {

	private static final int MOST_ALERTS = 5;

	private static final int MOST_ASSETS = 10;

	private static final int MOST_TECHNIQUES = 15;

	/**
	 * The most characters of a name or a title: more than Defender's own have.
	 */
	private static final int LONGEST = 200;

	private TicketText() {
	}

	/**
	 * Return the summary of an incident.
	 * @param incident what its page shows
	 * @param attack the attack in sentences
	 * @param reason why it needs attention, empty if it does not
	 * @param address the absolute address of its page here
	 * @return lines with {@code \n} between them
	 */
	static String of(IncidentPage incident, List<Sentence> attack, String reason, String address) {
		List<String> lines = new ArrayList<>();
		lines.add("Incident " + incident.id() + ": " + foreign(incident.name()));
		String priority = incident.supplement().priority();
		lines.add("Severity: " + own(incident.severity().label())
				+ ((priority != null) ? ", priority by Defender: " + priority : "") + ", status: "
				+ own(incident.status().label()) + ", owner: "
				+ ((incident.owner() != null) ? own(incident.owner()) : "nobody"));
		incident.milestones()
			.stream()
			.filter((milestone) -> milestone.label().equals(Milestone.CREATED))
			.forEach((created) -> lines.add("Created: " + created.time().text()));
		if (!reason.isEmpty()) {
			lines.add("Needs attention: " + own(reason));
		}
		if (!attack.isEmpty()) {
			lines.add("What the alerts say: " + attack.stream().map(Sentence::text).collect(Collectors.joining(" ")));
		}
		lines.addAll(list("Alerts", MOST_ALERTS,
				incident.contents().alerts().stream().map((alert) -> foreign(AlertView.title(alert)))));
		lines.addAll(list("Assets", MOST_ASSETS,
				incident.contents().entities().assets().stream().map((asset) -> own(asset.title().text()))));
		lines.addAll(list("Techniques", MOST_TECHNIQUES,
				incident.tactics()
					.stream()
					.flatMap((tactic) -> tactic.techniques().stream())
					.map(TicketText::technique)));
		lines.add("Defender: " + incident.portal());
		lines.add("Watchfloor: " + address);
		return String.join("\n", lines);
	}

	/**
	 * Return the line of a list, such as {@code Assets (12): ws-0142; ada; 10 more}, or
	 * nothing for an empty one. Equal values are written once, but counted.
	 */
	private static List<String> list(String label, int most, Stream<String> values) {
		List<String> all = values.toList();
		List<String> different = all.stream().distinct().toList();
		if (all.isEmpty()) {
			return List.of();
		}
		List<String> written = new ArrayList<>(different.stream().limit(most).toList());
		if (different.size() > most) {
			written.add(Numbers.of(different.size() - most) + " more");
		}
		return List.of(label + " (" + Numbers.of(all.size()) + "): " + String.join("; ", written));
	}

	private static String technique(TechniqueView technique) {
		return (technique.name() != null) ? technique.id() + " " + technique.name() : foreign(technique.id());
	}

	private static String foreign(String text) {
		return Defang.addresses(ForeignText.shortened(text, LONGEST));
	}

	private static String own(String text) {
		return Defang.address(ForeignText.shortened(text, LONGEST));
	}

}
