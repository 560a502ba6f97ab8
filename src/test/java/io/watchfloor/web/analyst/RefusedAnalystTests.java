package io.watchfloor.web.analyst;

import java.time.Duration;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.support.AuditTrail;
import io.watchfloor.support.HeldClock;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An analyst whose role is taken away sees at once nothing of what the queue held, and
 * the audit log says why.
 */
@Import(HeldClock.class)
@TestPropertySource(properties = { "watchfloor.defender.timeout=4s", "watchfloor.freshness=1m" })
@IntegrationTest
class RefusedAnalystTests extends SandboxTest {

	private static final List<String> ADDRESSES = List.of("/incidents", "/", "/incidents.csv", "/incidents.json");

	@Autowired
	private MutableClock clock;

	@ParameterizedTest
	@ValueSource(strings = { "/incidents", "/", "/incidents.csv", "/incidents.json" })
	void seesThePageOfTheProblemWhateverIsAskedFor(String address) {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		List<String> names = names(visitor.open("/incidents"));
		assertThat(names).isNotEmpty();
		this.clock.advance(Duration.ofMinutes(2));
		defender().fail(Fault.status(403).times(1_000));
		try (AuditTrail audit = AuditTrail.open()) {
			assertThat(visitor.ask(address)).satisfies((page) -> refuses(page, names));
			assertThat(audit.events("incidents-exported")).isEmpty();
			assertThat(audit.events("access-refused")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("event.outcome", "failure")
					.containsEntry("event.reason", "forbidden")
					.containsEntry("user.full_name", "Lee Lead")
					.containsKeys("user.id", "client.ip"));
		}
		for (String other : ADDRESSES) {
			refuses(visitor.ask(other), names);
			refuses(visitor.ask(other, "If-None-Match", "\"what it was before\""), names);
		}
		defender().recover();
		assertThat(names(visitor.open("/incidents"))).isEqualTo(names);
	}

	@Test
	void isRefusedTheQueueAlsoWhenAnIncidentWasAskedFor() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		List<String> names = names(visitor.open("/incidents"));
		defender().fail(Fault.status(403).times(1_000));
		try (AuditTrail audit = AuditTrail.open()) {
			refuses(visitor.ask("/incidents/924565"), names);
			assertThat(audit.events("access-refused")).hasSize(1);
		}
		refuses(visitor.ask("/incidents"), names);
	}

	@Test
	void whoHasToSignInAgainFindsNothingUntilThen() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		visitor.open("/incidents");
		defender().fail(Fault.status(401).times(1_000));
		assertThat(visitor.ask("/incidents/924565").status()).isNotEqualTo(200);
		for (String address : ADDRESSES) {
			assertThat(visitor.ask(address)).satisfies((page) -> assertThat(page.status()).isNotEqualTo(200));
		}
	}

	private static void refuses(Page page, List<String> names) {
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("Defender does not let you see this").doesNotContain(names);
	}

	private static List<String> names(Page queue) {
		return queue.html().select("tbody tr a[href^=/incidents/]").stream().map(Element::text).toList();
	}

}
