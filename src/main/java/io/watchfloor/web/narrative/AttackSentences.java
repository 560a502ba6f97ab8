package io.watchfloor.web.narrative;

import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.Alert;
import io.watchfloor.web.entity.EntityGroup;

/**
 * Tells the attack of an incident in at most six sentences: who was hit, how it began, by
 * which command, how far it got, whether it still moves, and what became of its evidence.
 * They say what the alerts say and no more, and the same alerts always give the same
 * sentences.
 */
public final class AttackSentences {

	private static final Sentence NO_ALERTS = Sentence.begin()
		.words("There are no alerts that you may see, so nothing can be said of the attack.");

	private AttackSentences() {
	}

	/**
	 * Tell an attack.
	 * @param alerts its alerts in order of time, the first of which has the number 1
	 * @param assets what they name as attacked
	 * @param links the addresses of the evidence
	 * @param now the time that it is
	 */
	public static List<Sentence> of(List<Alert> alerts, List<EntityGroup> assets, EvidenceLinks links, Instant now) {
		return alerts.isEmpty() ? List.of(NO_ALERTS)
				: List.of(VictimSentence.of(alerts.size(), assets, links), BeginningSentence.of(alerts, links),
						CommandSentence.of(alerts, links), ReachSentence.of(alerts, links),
						MovementSentence.of(alerts, links, now), VerdictSentence.of(alerts, links));
	}

}
