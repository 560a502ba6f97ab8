package io.watchfloor.web.narrative;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.defender.Alert;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Tactic;

/**
 * Tells how far the attack got: the tactics that its alerts name, in the order of an
 * attack.
 */
final class ReachSentence {

	private ReachSentence() {
	}

	static Sentence of(List<Alert> alerts, EvidenceLinks links) {
		Map<Tactic, Integer> firstAlerts = new EnumMap<>(Tactic.class);
		int without = 0;
		for (int number = 1; number <= alerts.size(); number++) {
			Optional<Tactic> tactic = Tactic.of(alerts.get(number - 1).category());
			if (tactic.isPresent()) {
				firstAlerts.putIfAbsent(tactic.get(), number);
			}
			else {
				without++;
			}
		}
		if (firstAlerts.isEmpty()) {
			return Sentence.begin().words("No alert names a tactic, so how far it got is not known.");
		}
		Sentence sentence = Sentence.begin().words(beginning(firstAlerts.size())).list(named(firstAlerts, links));
		return (without == 0) ? sentence.words(".")
				: sentence.words("; " + Numbers.of(without, "alert names", "alerts name") + " none.");
	}

	private static String beginning(int tactics) {
		return (tactics == 1) ? "As far as the alerts tell, it is at one tactic of an attack, "
				: "As far as the alerts tell, it went through " + tactics
						+ " tactics of an attack, the furthest last: ";
	}

	private static List<List<Clause>> named(Map<Tactic, Integer> firstAlerts, EvidenceLinks links) {
		List<List<Clause>> named = new ArrayList<>();
		firstAlerts.forEach((tactic, alert) -> named
			.add(List.of(Clause.words(tactic.label().toLowerCase(Locale.ROOT), links.alert(alert)))));
		return named;
	}

}
