package io.watchfloor.web.incident;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.defender.Alert;
import io.watchfloor.web.format.Tactic;

/**
 * A tactic of an attack, with the techniques of its alerts.
 *
 * @param name the tactic
 * @param alerts the numbers of its alerts
 * @param techniques their techniques, each once
 */
record TacticView(String name, List<Integer> alerts, List<TechniqueView> techniques) {

	/**
	 * Return the tactics that alerts name, in the order of an attack. Alerts whose
	 * category is no tactic are last, if they name techniques.
	 * @param alerts the alerts, the first of which has the number 1
	 */
	static List<TacticView> of(List<Alert> alerts) {
		Map<Tactic, List<Integer>> stages = new EnumMap<>(Tactic.class);
		List<Integer> others = new ArrayList<>();
		for (int i = 0; i < alerts.size(); i++) {
			Alert alert = alerts.get(i);
			int number = i + 1;
			Tactic.of(alert.category())
				.ifPresentOrElse((tactic) -> stages.computeIfAbsent(tactic, (absent) -> new ArrayList<>()).add(number),
						() -> {
							if (!alert.techniques().isEmpty()) {
								others.add(number);
							}
						});
		}
		List<TacticView> views = new ArrayList<>();
		stages.forEach((tactic, numbers) -> views.add(view(tactic.label(), numbers, alerts)));
		if (!others.isEmpty()) {
			views.add(view("No tactic named", others, alerts));
		}
		return views;
	}

	private static TacticView view(String name, List<Integer> numbers, List<Alert> alerts) {
		return new TacticView(name, numbers,
				numbers.stream()
					.flatMap((number) -> alerts.get(number - 1).techniques().stream())
					.distinct()
					.sorted()
					.map(TechniqueView::of)
					.toList());
	}

}
