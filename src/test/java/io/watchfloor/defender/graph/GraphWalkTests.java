package io.watchfloor.defender.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleBudget;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.Seeds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks over tenants at random: busy and quiet times, many incidents at once, alerts long
 * before and long after their incident.
 */
class GraphWalkTests {

	@Test
	void whateverATenantHoldsEachIncidentIsAsItIsAlone() {
		Seeds.tryOut(12, (seed) -> {
			MutableClock clock = new MutableClock(GraphTenant.NOW);
			GraphTenant tenant = tenant(new Random(seed));
			GraphApi api = tenant.api(SampleBudget.ofAllCalls(1_000_000, 10_000_000, clock), clock);
			WalkReader reader = new WalkReader(api).all();
			int calls = tenant.requests.size();
			assertThat(reader.read).hasSize(600);
			assertThat(reader.read.values())
				.allSatisfy((incident) -> assertThat(incident).isEqualTo(api.get(incident.id(), new ReaderId())));
			assertThat(calls).isLessThan(500);
		});
	}

	private static GraphTenant tenant(Random random) {
		GraphTenant tenant = new GraphTenant();
		Instant created = GraphTenant.NOW.minusSeconds(1);
		int secondsBetween = 1 + random.nextInt(7_200);
		for (long id = 600; id > 0; id--) {
			if (random.nextInt(20) == 0) {
				secondsBetween = random.nextInt(4) * random.nextInt(50_000);
			}
			tenant.incident(id, created);
			int alerts = 1 + random.nextInt(4) * random.nextInt(4);
			for (int alert = 0; alert < alerts; alert++) {
				tenant.alert(id + "." + alert, id, alertAt(created, random));
			}
			created = created.minusSeconds((secondsBetween > 0) ? random.nextInt(secondsBetween) : 0);
		}
		return tenant;
	}

	private static Instant alertAt(Instant created, Random random) {
		Instant time = switch (random.nextInt(20)) {
			case 0 -> created.plus(Duration.ofHours(random.nextInt(200)));
			case 1 -> created.plus(Duration.ofMinutes(random.nextInt(500)));
			default -> created.minusSeconds(random.nextInt(600));
		};
		return time.isAfter(GraphTenant.NOW) ? GraphTenant.NOW : time;
	}

}
