package io.watchfloor.web.incident;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.SourceDetail;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.SampleIncidents;
import io.watchfloor.web.support.SupplementedIncidents;
import io.watchfloor.web.support.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of incidents of a source that gives more than the Defender API, and not all
 * that it gives.
 */
@PageTest
@Import(SupplementedIncidents.class)
class SupplementTests {

	private final MockMvcTester mvc;

	@Autowired
	SupplementTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/print", "/alerts" })
	void everyHeadHasThePriorityAndTheTagsByDefender(String part) {
		Document page = page(SupplementedIncidents.FULL + part);
		assertThat(page.select(".incident-judged").text()).contains("Priority by Defender 87 of 100");
		assertThat(page.select(".incident-head [aria-label=Tags]").text()).isEqualTo("Finance");
		assertThat(page.select(".incident-head [aria-label='Tags by Defender']").text())
			.isEqualTo("by Defender: Attack disruption");
	}

	@Test
	void theSummaryIsFoldedDefangedAndKeepsItsLines() {
		Document page = page(SupplementedIncidents.FULL + "");
		Pages.keep("incident-supplement", get(SupplementedIncidents.FULL + ""));
		Element summary = page.select("[aria-labelledby=summary] .panel:contains(Defender’s summary)").get(0);
		assertThat(summary.select("details > summary").text()).startsWith("Line one of it. Megan's browser")
			.endsWith("…");
		assertThat(summary.select(".incident-text bdi").get(0).wholeText())
			.startsWith("Line one of it.\nMegan's browser went to hxxp://evil[.]example/x. And so on.");
		assertThat(page.select("[aria-labelledby=summary] .panel:contains(Why it was resolved) > .incident-text bdi")
			.get(0)
			.wholeText()).isEqualTo("Password reset.\nSessions revoked.");
		assertThat(facts(page)).contains("Last changed by lee.lead@contoso.com");
	}

	@Test
	void adviceIsFoldedOnlyWhereItIsLong() {
		Element advice = page(SupplementedIncidents.FULL + "/alerts").select(".incident-alert .incident-advice").get(0);
		assertThat(advice.select("details .incident-text bdi").get(0).wholeText())
			.startsWith("A. Validate the alert.\n\t1. Ask the user about 203[.]0[.]113[.]77.");
		Element brief = page(SupplementedIncidents.BARE + "").select(".incident-alert .incident-advice").get(0);
		assertThat(brief.select("details")).isEmpty();
		assertThat(brief.text()).isEqualTo("Recommended actions, by Microsoft Reset the password.");
	}

	@Test
	void anIncidentWithoutItsAlertsSaysSoOnEachOfItsPages() {
		for (String part : List.of("", "/alerts", "/evidence", "/print")) {
			assertThat(page(SupplementedIncidents.BARE + part).select(".notice.warning").text())
				.startsWith("Not all of its alerts could be read");
			assertThat(page(SupplementedIncidents.FULL + part).select(".notice.warning")).isEmpty();
		}
	}

	@Test
	void whatTheSourceDoesNotGiveIsSaidWhereItWouldStand() {
		Document page = page(SupplementedIncidents.FULL + "");
		assertThat(facts(page)).contains("First noticed by Not given by this source",
				"Alerts noticed by Entra ID Protection", "Processor Not given by this source",
				"Investigation Not given by this source");
		assertThat(page.text()).doesNotContain("Not given by this source: Defender’s priority");
	}

	@Test
	void underTheOtherSourceOneSentenceSaysIt() {
		SourceDetails defender = SourceDetails.of((detail) -> detail != SourceDetail.SUPPLEMENT);
		IncidentPage page = IncidentPage.of(SampleIncidents.story(), "tenant", Instant.EPOCH, defender);
		assertThat(page.supplement().given()).isFalse();
		assertThat(page.facts()).noneMatch((fact) -> fact.values().toString().contains(SourceDetails.NOT_GIVEN));
		assertThat(page.alerts().get(0).facts())
			.noneMatch((fact) -> fact.values().toString().contains(SourceDetails.NOT_GIVEN));
	}

	@Test
	void evidenceOfAnUnknownKindIsCalledByItsKindAndName() {
		Document page = page(SupplementedIncidents.FULL + "/evidence");
		assertThat(page.select(".incident-entities tbody th").eachText()).hasSize(3)
			.anyMatch((name) -> name.startsWith("Kubernetes cluster prod-eu-1"))
			.anyMatch((name) -> name.startsWith("Network interface prod-eu-1"));
		assertThat(facts(page)).contains("Kind Kubernetes cluster", "Role Command and control", "Role Attacker")
			.doesNotContain("Role Unknown");
		assertThat(page(SupplementedIncidents.FULL + "").select("[data-graph-nodes] tbody tr").eachText())
			.anyMatch((node) -> node.startsWith("Kubernetes cluster prod-eu-1"));
	}

	@Test
	void anAlertNamesTheKindsOfWhatItNames() {
		assertThat(page(SupplementedIncidents.FULL + "/alerts").select(".incident-mentions li").eachText()).contains(
				"prod-eu-1 Suspicious Kind Kubernetes cluster Role Command and control",
				"prod-eu-1 Kind Network interface");
	}

	@Test
	void theSheetHasThePriorityAndTheBeginningOfTheSummary() {
		Document sheet = page(SupplementedIncidents.FULL + "/print?short");
		assertThat(sheet.select("main").text()).contains("Priority by Defender: 87 of 100",
				"Defender’s summary: Line one of it.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/alerts", "/evidence", "/print", "/print?short" })
	void whatAnAttackerWroteIsText(String part) {
		Document page = page(SupplementedIncidents.HOSTILE + part);
		assertThat(page.select("main script, main img, main [onmouseover], main [onerror]")).isEmpty();
		assertThat(page.select(".incident-text, .incident-fold").text()).doesNotContain("http://evil");
		assertThat(page.text()).doesNotContain("\u202e", "\u200b");
		assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/alerts", "/evidence", "/print?short" })
	void longTextsInEveryAlertMakeNoPageTooLarge(String part) {
		MvcTestResult answer = get(SupplementedIncidents.LARGE + part);
		assertThat(answer.getResponse().getContentAsByteArray()).hasSizeLessThan(300_000);
		Document page = page(SupplementedIncidents.LARGE + part);
		assertThat(part.isEmpty() || page.getAllElements().size() < 3_000).isTrue();
	}

	@Test
	void equalAdviceStandsAtItsFirstAlert() {
		Document page = page(SupplementedIncidents.LARGE + "");
		assertThat(page.select(".incident-alert .incident-advice")).hasSize(5);
		assertThat(page.select(".incident-alert p:contains(Recommended actions) a").eachAttr("href")).hasSize(20)
			.startsWith("#alert-1", "#alert-2")
			.allSatisfy((link) -> assertThat(page.select(link)).hasSize(1));
	}

	@Test
	void theCopiedSummaryHasThePriority() {
		assertThat(page(SupplementedIncidents.FULL + "").select("[data-ticket]").attr("data-copy"))
			.contains("Severity: Low, priority by Defender: 87 of 100, status: Resolved");
	}

	private static List<String> facts(Document page) {
		return page.select("dl.facts > div").eachText();
	}

	private Document page(String id) {
		MvcTestResult page = get(id);
		assertThat(page).hasStatusOk();
		return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String id) {
		return this.mvc.get().uri("/incidents/" + id).with(Visitors.signedIn(SandboxAccount.ANALYST)).exchange();
	}

}
