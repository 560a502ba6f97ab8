package io.watchfloor;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.consent.WriteConsent;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Without {@code WATCHFLOOR_TRIAGE} the application only reads, whatever tokens permit.
 */
class ReadsOnlyTests extends SandboxTest {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private ApiAccess access;

	@Test
	void nothingIsThereThatWrites() {
		assertThat(this.context.getBeanNamesForType(IncidentWriter.class)).isEmpty();
		assertThat(this.context.getBeanNamesForType(WriteConsent.class)).isEmpty();
		assertThat(this.context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.keySet()
			.toString()).doesNotContainIgnoringCase("triage");
		assertThat(this.context.getBeanDefinitionNames())
			.noneMatch((name) -> name.toLowerCase(Locale.ROOT).contains("triage"));
	}

	@Test
	void aTokenThatPermitsWritingWritesNothing() {
		entra().consents().giveForEverybody(SandboxApi.valueOf(this.access.api().name()));
		Visitor lee = signedIn(SandboxAccount.LEAD);
		Page token = lee.open("/token");
		assertThat(token.text()).contains("it only reads, because WATCHFLOOR_TRIAGE is off");
		Map<String, String> fields = Map.of("_csrf", token.html().select("input[name=_csrf]").val(), "id", "960001",
				"status", "Resolved", "assignedTo", "me", "back", "/token");
		for (String address : List.of("/incidents/960001/triage", "/incidents/triage", "/incidents/triage/undo",
				"/incidents/triage/x", "/incidents/triage/x/undo", "/sign-in/triage")) {
			Page answer = lee.post(address, fields);
			assertThat(answer.status()).as(address).isEqualTo(404);
			assertThat(answer.html().select("main.message")).as(address).hasSize(1);
			assertThat(lee.open(address).status()).as(address).isEqualTo(404);
		}
		assertThat(lee.post("/incidents/960001", fields).status()).isEqualTo(405);
		assertThat(lee.post("/incidents", fields).status()).isEqualTo(405);
		lee.open("/incidents");
		lee.open("/incidents/960001");
		assertThat(defender().calls()).isNotEmpty().extracting(DefenderControls.Call::method).containsOnly("GET");
		assertThat(defender().writes().received()).isEmpty();
		assertThat(entra().authorizeRequests())
			.allSatisfy((request) -> assertThat(String.valueOf(request.parameter("scope"))).doesNotContain("Write"));
	}

	@Test
	void noPageSpeaksOfWriting() {
		Visitor lee = signedIn(SandboxAccount.LEAD);
		for (String address : List.of("/", "/incidents", "/incidents/960001", "/incidents/960010/alerts", "/token")) {
			Page page = lee.open(address);
			assertThat(page.text()).as(address).doesNotContainIgnoringCase("triage").doesNotContain("Assign to me");
			assertThat(
					page.html().select("[name=assignedTo][type=text], button[name=assignedTo], textarea[name=comment]"))
				.as(address)
				.isEmpty();
		}
	}

}
