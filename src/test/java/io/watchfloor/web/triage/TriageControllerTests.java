package io.watchfloor.web.triage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.advice.SignInAdvice;
import io.watchfloor.signin.consent.WriteAccess;
import io.watchfloor.signin.consent.WriteConsent;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.SampleIncidents;
import io.watchfloor.web.support.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PageTest
@TestPropertySource(properties = "watchfloor.triage=true")
@Import(TriageSamples.class)
class TriageControllerTests {

	private static final String ADA = "ada.analyst@contoso.com";

	private static final String PAGE = "/incidents/7";

	private final MockMvcTester mvc;

	private final WritableIncidents incidents;

	private final MutableClock clock;

	private final MockHttpSession session = new MockHttpSession();

	@Autowired
	TriageControllerTests(MockMvcTester mvc, WritableIncidents incidents, MutableClock clock) {
		this.mvc = mvc;
		this.incidents = incidents;
		this.clock = clock;
	}

	@BeforeEach
	void anIncidentThatNobodyHasTouched() {
		this.incidents.reset(incident("\"incidentName\": \"Suspicious PowerShell\", \"status\": \"Active\""));
	}

	@Test
	void theFormHoldsTheStateOfTheIncident() {
		Document page = open(PAGE);
		assertThat(page.select("[name=status] [selected]").eachAttr("value")).containsExactly("Active");
		assertThat(page.select("[name=classification] [selected]").eachText()).containsExactly("Not classified");
		assertThat(page.select("[name=assignedTo]").attr("value")).isEmpty();
		assertThat(page.select("[name=tags]").attr("value")).isEmpty();
		assertThat(page.select("[data-triage-fold]").hasAttr("open")).isFalse();
		assertThat(page.select(".triage .notice:not([data-resolving])")).isEmpty();
	}

	@Test
	void onlyPairsThatTheSourceTakesAreOffered() {
		assertThat(open(PAGE).select("optgroup[label^=False] option").eachAttr("value"))
			.containsExactly("FalsePositive/Clean", "FalsePositive/NoEnoughDataToValidate", "FalsePositive/Other");
	}

	@Test
	void assigningToMeIsOneButtonAndLeadsBackToThePageThatSaysSo() {
		Document done = press(open(PAGE), "assign", "me", Map.of());
		assertThat(this.incidents.written).containsExactly(assigned(ADA));
		assertThat(done.select(".triage-result").text()).startsWith("Written: Owner: " + ADA);
		assertThat(done.select("[data-assign]")).isEmpty();
		assertThat(done.select(".triage-form .row").text()).contains("Assigned to you");
	}

	@Test
	void assigningLeavesTheRestOfTheFormInIt() {
		Document done = press(open(PAGE), "assign", "me", Map.of("comment", "Looks real.", "status", "Resolved"));
		assertThat(this.incidents.written).containsExactly(assigned(ADA));
		assertThat(done.select("[name=comment]").text()).isEqualTo("Looks real.");
		assertThat(done.select("[name=status] [selected]").eachAttr("value")).containsExactly("Resolved");
	}

	@Test
	void onlyFieldsThatChangedAreWritten() {
		send(open(PAGE), Map.of("status", "Resolved", "classification", "FalsePositive/Clean", "tags", "noise, test"));
		assertThat(this.incidents.written).singleElement().satisfies((update) -> {
			assertThat(update.status()).isEqualTo("Resolved");
			assertThat(update.assignedTo()).isNull();
			assertThat(update.tags()).containsExactly("noise", "test");
			assertThat(update.comment()).isNull();
		});
	}

	@Test
	void aFormThatIsSentTwiceIsWrittenOnceAndHasTheSameAnswer() {
		Document page = open(PAGE);
		String first = location(post(page, Map.of("comment", "Looks real.")));
		String second = location(post(page, Map.of("comment", "Looks real.")));
		assertThat(second).isEqualTo(first);
		assertThat(this.incidents.written).hasSize(1);
		assertThat(open(first).select(".triage-result").text()).startsWith("Written");
		assertThat(open(first).select(".incident-comments li")).hasSize(1);
	}

	@Test
	void nothingIsWrittenByGet() {
		assertThat(get(PAGE + "/triage?assignedTo=me&assign=me").getResponse().getStatus())
			.isEqualTo(HttpStatus.METHOD_NOT_ALLOWED.value());
		assertThat(get("/incidents/triage/undo?entry=1&id=7").getResponse().getStatus())
			.isBetween(HttpStatus.BAD_REQUEST.value(), HttpStatus.METHOD_NOT_ALLOWED.value());
		open(PAGE + "?judge=FalsePositive/Clean&assign=me&status=Resolved&comment=x&overwrite=true");
		assertThat(this.incidents.written).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { PAGE + "/triage", "/incidents/triage/undo" })
	void aFormWithoutItsTokenIsRefused(String address) {
		assertThat(this.mvc.post()
			.uri(address)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.session(this.session)
			.param("assignedTo", "me")
			.exchange()).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.incidents.written).isEmpty();
	}

	@Test
	void aConflictShowsBothAndWritesNothingUntilTheAnalystSaysSo() {
		Document page = open(PAGE);
		this.incidents.change(7, (incident) -> WritableIncidents.written(incident, assigned("grace@contoso.com")));
		Document conflict = send(page, Map.of("status", "InProgress", "comment", "Mine."));
		assertThat(this.incidents.written).isEmpty();
		assertThat(conflict.select(".triage-compared tbody tr").eachText())
			.containsExactly("Owner Nobody grace@contoso.com Not changed by you");
		assertThat(conflict.select(".triage-result").text()).contains("Last changed by grace@contoso.com");
		assertThat(conflict.select("textarea[name=comment]").text()).isEqualTo("Mine.");
		Document done = submit(conflict.selectFirst(".triage-result form"), null, Map.of());
		assertThat(done.select(".triage-result").text()).startsWith("Written: Status: In progress");
		assertThat(this.incidents.written).singleElement().satisfies((update) -> {
			assertThat(update.status()).isEqualTo("InProgress");
			assertThat(update.assignedTo()).isNull();
			assertThat(update.comment()).isEqualTo("Mine.");
		});
	}

	@Test
	void whoKeepsTheirsKeepsTheOwnCommentInTheForm() {
		Document page = open(PAGE);
		this.incidents.change(7, (incident) -> WritableIncidents.written(incident, assigned("grace@contoso.com")));
		Document conflict = send(page, Map.of("status", "Resolved", "comment", "Mine."));
		Document kept = submit(conflict.selectFirst(".triage-result form"), "keep", Map.of("keep", "theirs"));
		assertThat(kept.select("textarea[name=comment]").text()).isEqualTo("Mine.");
		assertThat(kept.select("[name=status] [selected]").eachAttr("value")).containsExactly("Active");
		assertThat(this.incidents.written).isEmpty();
	}

	@Test
	void whoLacksThePermissionIsToldWhatIsAskedAndFindsTheFormAsItWas() {
		this.incidents.access = access(WriteAccess.State.NOT_ASKED, null);
		String back = location(post(open(PAGE), Map.of("status", "InProgress", "comment", "Looks real.")));
		Document asking = open(back);
		assertThat(this.incidents.written).isEmpty();
		Element form = asking.selectFirst("form[action=" + WriteConsent.PATH + "]");
		assertThat(form).isNotNull();
		assertThat(form.select("[name=back]").attr("value")).isEqualTo(back.replaceFirst("#.*", ""));
		assertThat(asking.select(".triage").text()).contains("Nothing was written yet", "Incident.ReadWrite");
		this.incidents.access = WritableIncidents.GRANTED;
		Document returned = open(form.select("[name=back]").attr("value"));
		assertThat(this.incidents.written).isEmpty();
		assertThat(returned.select(".triage .notice").text()).contains("Nothing was written yet");
		assertThat(returned.select("[data-triage-fold]").hasAttr("open")).isTrue();
		assertThat(returned.select("textarea[name=comment]").text()).isEqualTo("Looks real.");
		assertThat(returned.select("[name=status] [selected]").eachAttr("value")).containsExactly("InProgress");
		send(returned, Map.of());
		assertThat(this.incidents.written).hasSize(1);
	}

	@Test
	void whoPressedAssignWithoutPermissionFindsTheOwnerInTheForm() {
		this.incidents.access = access(WriteAccess.State.NOT_ASKED, null);
		Document asking = press(open(PAGE), "assign", "me", Map.of());
		assertThat(asking.select("[name=assignedTo]").attr("value")).isEqualTo(ADA);
	}

	@Test
	void whoWasRefusedLearnsWhoHasToDoWhat() {
		SignInAdvice advice = new SignInAdvice("An administrator has to agree", "Microsoft did not grant it.",
				"Meaning", SignInAdvice.Who.ADMINISTRATOR, List.of("Open the link below."), "AADSTS90094", null, null,
				null, false, URI.create("https://login.example.com/adminconsent"));
		this.incidents.access = new WriteAccess(WriteAccess.State.REFUSED, "Incident.ReadWrite", advice, null);
		Document page = press(open(PAGE), "assign", "me", Map.of());
		assertThat(page.select(".triage .notice").text()).contains("An administrator has to agree",
				"You stay signed in", "Open the link below.", "AADSTS90094");
		assertThat(page.select(".triage a[href^=https]").attr("href"))
			.isEqualTo("https://login.example.com/adminconsent");
		assertThat(page.select("form[action=" + WriteConsent.PATH + "]")).isEmpty();
	}

	@Test
	void whoHasThePermissionButNoRoleIsToldOfTheRole() {
		this.incidents.failure = SampleFailures.forbidden();
		Document page = send(open(PAGE), Map.of("comment", "Looks real."));
		assertThat(page.select(".triage-result").text()).startsWith("Not written")
			.contains("Security Operator", "Alerts (manage)", SampleFailures.TRACKING_ID);
		assertThat(page.select("textarea[name=comment]").text()).isEqualTo("Looks real.");
	}

	@Test
	void aCallThatBrokeOffIsNotSentAgain() {
		this.incidents.failure = SampleFailures.unavailable();
		Document page = send(open(PAGE), Map.of("comment", "Looks real."));
		assertThat(page.select(".triage-result").text()).startsWith("Not written").contains("broke off");
		assertThat(page.select("textarea[name=comment]").text()).isEqualTo("Looks real.");
	}

	@Test
	void aRateLimitSaysHowLongToWait() {
		this.incidents.failure = SampleFailures.throttled(12_000);
		assertThat(send(open(PAGE), Map.of("status", "Resolved")).select(".triage-result").text())
			.contains("Try again in 12 s");
	}

	@Test
	void anIncidentThatWasMergedMeanwhileRefusesAndGivesTheCommentBack() {
		Document page = open(PAGE);
		this.incidents.reset(incident("\"status\": \"Redirected\", \"redirectIncidentId\": 8"));
		Document refused = send(page, Map.of("comment", "Looks real."));
		assertThat(this.incidents.written).isEmpty();
		assertThat(refused.select(".triage-result a").attr("href")).isEqualTo("/incidents/8");
		assertThat(refused.select(".triage-result").text()).contains("Looks real.");
		assertThat(refused.select("[data-triage-form]")).isEmpty();
		assertThat(open(PAGE).select(".triage").text()).contains("takes no changes", "incident 8");
	}

	@Test
	void aChangeIsUndoneForTenMinutes() {
		Document done = send(open(PAGE), Map.of("status", "Resolved"));
		assertThat(done.select(".triage-undos").text()).contains("Status: Resolved", "until 14:13:10 UTC",
				"does not bring back");
		Document undone = submit(done.selectFirst(".triage-undos form"), null, Map.of());
		assertThat(undone.select(".triage-result").text()).startsWith("Undone: Status: Active");
		assertThat(undone.select(".triage-undos")).isEmpty();
	}

	@Test
	void afterTenMinutesNothingIsUndone() {
		Document done = send(open(PAGE), Map.of("status", "Resolved"));
		this.clock.advance(Duration.ofMinutes(11));
		try {
			Document late = submit(done.selectFirst(".triage-undos form"), null, Map.of());
			assertThat(late.select(".triage-result").text()).startsWith("Not undone");
			assertThat(this.incidents.written).hasSize(1);
		}
		finally {
			this.clock.advance(Duration.ofMinutes(-11));
		}
	}

	@Test
	void anotherSessionKnowsNothingOfAFormAndCanUndoNothing() {
		String answer = location(post(open(PAGE), Map.of("status", "Resolved")));
		Element undo = open(answer).selectFirst(".triage-undos form");
		MockHttpSession other = new MockHttpSession();
		Document theirs = Jsoup.parse(body(this.mvc.get()
			.uri(URI.create(answer.replaceFirst("#.*", "")))
			.with(Visitors.signedIn(SandboxAccount.LEAD))
			.session(other)
			.exchange()));
		assertThat(theirs.select(".triage-result, .triage-undos")).isEmpty();
		this.mvc.post()
			.uri("/incidents/triage/undo")
			.with(csrf())
			.with(Visitors.signedIn(SandboxAccount.LEAD))
			.session(other)
			.params(fields(undo))
			.exchange();
		assertThat(this.incidents.written).hasSize(1);
	}

	@Test
	void theCommentIsShownAsItWillAppearWithoutScripts() {
		Document preview = press(open(PAGE), "preview", "comment", Map.of("comment", "a <b>\r\nb\u202e", "tags", "x"));
		assertThat(preview.select("h1").text()).isEqualTo("The comment as it will appear");
		assertThat(preview.expectFirst(".incident-text").wholeText()).contains("a <b>\nb‹U+202E›");
		Document back = submit(preview.selectFirst("main form"), "edit", Map.of("edit", "form"));
		assertThat(back.select("[name=tags]").attr("value")).isEqualTo("x");
		assertThat(this.incidents.written).isEmpty();
		submit(preview.selectFirst("main form"), null, Map.of());
		assertThat(this.incidents.written).singleElement().satisfies((update) -> {
			assertThat(update.comment()).isEqualTo("a <b>\nb\u202e");
			assertThat(update.tags()).containsExactly("x");
		});
	}

	@Test
	void tagsThatAFieldCannotHoldAreShownAndStay() {
		this.incidents
			.reset(incident("\"tags\": [\"a,b\", \"line\\nbreak\", \"plain\", \"x\\u202ey\", \"\\\"><script>\"]"));
		Document page = open(PAGE);
		assertThat(page.select("[name=tags]").attr("value")).isEqualTo("plain, \"><script>");
		assertThat(page.select(".triage .tag").eachText()).containsExactly("a,b", "line‹U+000A›break", "x‹U+202E›y");
		send(page, Map.of("tags", "new"));
		assertThat(this.incidents.written).singleElement()
			.satisfies((update) -> assertThat(update.tags()).containsExactlyInAnyOrder("a,b", "line\nbreak", "x\u202ey",
					"new"));
	}

	@Test
	void anOwnerThatAFieldCannotHoldStays() {
		this.incidents.reset(incident("\"assignedTo\": \"eve\\u202e@contoso.com\""));
		Document page = open(PAGE);
		assertThat(page.select("[name=assignedTo]")).isEmpty();
		assertThat(page.select(".triage-fields").text()).contains("eve‹U+202E›@contoso.com");
		send(page, Map.of("status", "Resolved"));
		assertThat(this.incidents.written).singleElement()
			.satisfies((update) -> assertThat(update.assignedTo()).isNull());
	}

	@Test
	void hostileTextsStayTextInTheSection() {
		Incident hostile = SampleIncidents.hostile();
		this.incidents.reset(hostile);
		Document page = open("/incidents/" + hostile.id());
		Pages.keep("triage-hostile", get("/incidents/" + hostile.id()));
		assertThat(page.select(".triage script, .triage img, .triage iframe")).isEmpty();
		assertThat(page.select(".triage input, .triage textarea, .triage select, .triage button").eachAttr("name"))
			.isSubsetOf("seen", "form", "back", "assign", "status", "classification", "assignedTo", "tags", "comment",
					"preview", "_csrf");
		assertThat(page.text()).doesNotContainPattern("[\\x00\\x1b\\u202e\\u200b]");
	}

	@ParameterizedTest
	@CsvSource({ "classification, FalsePositive/Phishing", "assignedTo, nobody-in-particular" })
	void whatCannotBeWrittenIsSaidInTheForm(String field, String value) {
		Document page = send(open(PAGE), Map.of(field, value, "comment", "Looks real."));
		assertThat(page.select(".triage [role=alert]").text()).startsWith("Nothing was written.");
		assertThat(page.select("textarea[name=comment]").text()).isEqualTo("Looks real.");
		assertThat(this.incidents.written).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "status, Redirected", "status, x", "classification, x", "classification, FalsePositive/x",
			"assign, x" })
	void whatNoPageOffersIsABadRequest(String field, String value) {
		assertThat(post(open(PAGE), Map.of(field, value))).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.incidents.written).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example", "/incidents/77", "/token", "javascript:x", "" })
	void theAnswerLeadsToThisIncidentAlone(String back) {
		assertThat(location(post(open(PAGE), Map.of("back", back, "status", "Resolved"))))
			.matches("/incidents/7\\?form=[0-9a-f-]+#triage");
	}

	@Test
	void theAnswerKeepsTheViewThatTheIncidentWasOpenedFrom() {
		Document page = open(PAGE + "?severity=High&q=a+%26b&judge=FalsePositive/Clean");
		assertThat(page.select("[name=classification] [selected]").eachAttr("value"))
			.containsExactly("FalsePositive/Clean");
		String answer = location(post(page, Map.of("status", "Resolved")));
		assertThat(answer).startsWith(PAGE + "?severity=High&q=a+%26b&form=").doesNotContain("judge");
		assertThat(open(answer).select(".incident-head a[data-back]").attr("href")).contains("severity=High");
	}

	@Test
	void howIncidentsLikeThisOneWereJudgedFillsInTheForm() {
		String alike = "\"incidentName\": \"Suspicious PowerShell\", \"detectionSource\": \"WindowsDefenderAtp\"";
		String judged = alike + ", \"classification\": \"FalsePositive\", \"determination\": \"Clean\"";
		this.incidents.reset(incident(alike), incident(8, judged), incident(9, judged));
		open("/incidents/8");
		open("/incidents/9");
		Element precedents = open(PAGE).selectFirst(".triage-precedents");
		assertThat(precedents).isNotNull();
		assertThat(precedents.text()).startsWith("The last 2 like this were: False positive: Clean (2)");
		Document filled = open(precedents.select("a").attr("href"));
		assertThat(filled.select("[name=classification] [selected]").eachAttr("value"))
			.containsExactly("FalsePositive/Clean");
		assertThat(filled.select("[data-triage-fold]").hasAttr("open")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?judge=x", "?judge=FalsePositive/x", "?form=x", "?form=%00", "?judge=%3Cscript%3E" })
	void anAddressThatFillsInNothingShowsThePlainPage(String query) {
		Document page = open(PAGE + query);
		assertThat(page.select(".triage .notice:not([data-resolving])")).isEmpty();
		assertThat(page.select("[data-triage-fold]").hasAttr("open")).isFalse();
	}

	@Test
	void thePageForPrintHasNoForm() {
		assertThat(open(PAGE + "/print").select(".triage")).isEmpty();
	}

	@Test
	void everyPartOfALargeIncidentHasTheForm() {
		this.incidents.reset(SampleIncidents.large(150, 30));
		long id = SampleIncidents.large(150, 30).id();
		for (String part : List.of("", "/alerts", "/assets", "/evidence", "/related")) {
			assertThat(open("/incidents/" + id + part).select("[data-triage-form]")).as(part).hasSize(1);
		}
	}

	@Test
	void everyLinkWithinThePageLeadsSomewhereAndNoIdOccursTwice() {
		Document page = send(open(PAGE), Map.of("status", "Resolved"));
		assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
		assertThat(page.select("label[for]").eachAttr("for")).allMatch((id) -> page.getElementById(id) != null);
		Pages.keep("triage-done", get(PAGE));
	}

	private Document open(String address) {
		MvcTestResult answer = get(address);
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(body(answer));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(URI.create(address.replaceFirst("#.*", "")))
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.session(this.session)
			.exchange();
	}

	private Document send(Document page, Map<String, String> typed) {
		return open(location(post(page, typed)));
	}

	private MvcTestResult post(Document page, Map<String, String> typed) {
		return post(page.selectFirst("[data-triage-form]"), typed);
	}

	private Document press(Document page, String button, String value, Map<String, String> typed) {
		Map<String, String> all = new HashMap<>(typed);
		all.put(button, value);
		return submit(page.selectFirst("[data-triage-form]"), button, all);
	}

	private Document submit(@Nullable Element form, @Nullable String button, Map<String, String> typed) {
		MvcTestResult answer = post(form, typed);
		return (answer.getResponse().getStatus() == HttpStatus.OK.value()) ? Jsoup.parse(body(answer))
				: open(location(answer));
	}

	private MvcTestResult post(@Nullable Element form, Map<String, String> typed) {
		assertThat(form).isNotNull();
		MultiValueMap<String, String> fields = fields(form);
		typed.forEach(fields::set);
		return this.mvc.post()
			.uri(form.attr("action"))
			.with(csrf())
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.session(this.session)
			.params(fields)
			.exchange();
	}

	/**
	 * Return what a browser sends of a form, without its buttons.
	 */
	private static MultiValueMap<String, String> fields(@Nullable Element form) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		assertThat(form).isNotNull();
		form.select("input[name]:not([name=_csrf])")
			.forEach((input) -> fields.add(input.attr("name"), input.attr("value")));
		form.select("textarea").forEach((area) -> fields.add(area.attr("name"), area.wholeText()));
		form.select("select").forEach((select) -> {
			Element chosen = select.selectFirst("option[selected]");
			fields.add(select.attr("name"), ((chosen != null) ? chosen : select.expectFirst("option")).attr("value"));
		});
		return fields;
	}

	private static String location(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
		return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static IncidentUpdate assigned(String owner) {
		return new IncidentUpdate(null, owner, null, null, null, null);
	}

	private static WriteAccess access(WriteAccess.State state, @Nullable SignInAdvice advice) {
		return new WriteAccess(state, "Incident.ReadWrite", advice, TriageSamples.NOW);
	}

	private static Incident incident(String fields) {
		return incident(7, fields);
	}

	private static Incident incident(long id, String fields) {
		return SampleIncidents.of("{\"incidentId\": " + id + ", " + fields + "}");
	}

}
