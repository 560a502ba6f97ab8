package io.watchfloor.web.incident;

import io.watchfloor.defender.SpoiltAnswers;
import io.watchfloor.support.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Incidents that were spoilt at random, the same in every run.
 */
@Timeout(120)
class SpoiltIncidentsTests {

	@Test
	void everyIncidentThatCanBeReadCanBeShown() {
		new Mutations(SpoiltAnswers.samples()).tryOut(1_000, SpoiltIncidents::pages);
	}

}
