package io.watchfloor.web.triage;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Import(TriageRoom.class)
@TestPropertySource(properties = "watchfloor.triage=true")
class RunControllerTests {

	/**
	 * Three incidents that are active and nobody's.
	 */
	private static final List<Long> ACTIVE = List.of(924_600L, 924_597L, 924_585L);

	private final MockMvcTester mvc;

	private final StubWrites writes;

	private final MutableClock clock;

	private MockHttpSession session = new MockHttpSession();

	private SandboxAccount account = SandboxAccount.ANALYST;

	private final MeterRegistry meters;

	@Autowired
	RunControllerTests(MockMvcTester mvc, StubWrites writes, MutableClock clock, MeterRegistry meters) {
		this.mvc = mvc;
		this.writes = writes;
		this.clock = clock;
		this.meters = meters;
	}

	@BeforeEach
	void readEverything() {
		this.writes.reset();
		for (int step = 0; step < 3; step++) {
			get("/incidents");
		}
	}

	@Test
	void eachRowHasABoxThatIsNamedAfterItsIncidentAndBringsWhatItShows() {
		Document page = page(get("/incidents?sort=id&range=180d"));
		Pages.keep("queue-triage", get("/incidents?range=180d"));
		assertThat(page.select("tbody tr")).isNotEmpty().allSatisfy((row) -> {
			Element box = Objects.requireNonNull(row.selectFirst("td:first-child input[type=checkbox][name=id]"));
			assertThat(box.attr("form")).isEqualTo("triage-form");
			assertThat(box.attr("aria-label"))
				.isEqualTo("Select: " + Objects.requireNonNull(row.selectFirst("th > a")).text());
			assertThat(box.attr("value")).startsWith(row.id().replace("incident-", "") + " ");
		});
		assertThat(page.select("tbody input[aria-label='Select: " + QueueIncidents.HOSTILE + "']")).isNotEmpty();
		assertThat(page.select("thead th").size()).isEqualTo(page.select("tbody tr:first-child > *").size());
		assertThat(page.select("form#triage-form select[name=classification] option[value]").eachAttr("value"))
			.contains("", "TruePositive/Phishing", "FalsePositive/Other")
			.doesNotContain("FalsePositive/Phishing");
		assertThat(page.select("dialog dd").eachText()).contains("Select the row, or not");
	}

	@Test
	void boxesStayTheFirstColumnWhateverTheOrderOfTheOthers() {
		Document page = page(this.mvc.get()
			.uri("/incidents?range=180d")
			.cookie(new Cookie("queue", "name.severity"))
			.session(this.session)
			.with(Visitors.signedIn(this.account))
			.exchange());
		assertThat(page.select("tbody tr > td.col-select:first-child")).hasSameSizeAs(page.select("tbody tr"));
	}

	@Test
	void aRunIsBegunWithoutAStepAndMakesOneARequest() {
		String run = begin("status=InProgress", ACTIVE);
		assertThat(this.writes.written()).isEmpty();
		Document page = page(get(run));
		Pages.keep("triage-run", get(run));
		assertThat(page.select("h1").text()).isEqualTo("Changing 3 incidents");
		assertThat(page.select("progress").attr("max")).isEqualTo("3");
		assertThat(page.select("[data-summary]").text()).isEqualTo("3 not tried");
		step(run);
		assertThat(this.writes.written()).containsExactly("924600 Status: In progress");
		assertThat(page(get(run)).select("[data-step] button").text()).isEqualTo("Continue");
		step(run);
		step(run);
		Document ended = page(get(run));
		Pages.keep("triage-run-ended", get(run));
		assertThat(ended.select("[data-summary]").text()).isEqualTo("3 done");
		assertThat(ended.select("[data-step]")).isEmpty();
		assertThat(ended.select("[data-result] .run-outcome").eachText()).containsExactly("Done", "Done", "Done");
		assertThat(ended.select("a:contains(Back to the queue)").attr("href")).isEqualTo("/incidents?size=25");
	}

	@Test
	void aFormThatIsSentTwiceIsOneRun() {
		String first = begin("status=InProgress&form=one-form", ACTIVE);
		step(first);
		assertThat(begin("status=InProgress&form=one-form", ACTIVE)).isEqualTo(first);
		assertThat(this.writes.written()).hasSize(1);
	}

	@Test
	void anIncidentThatIsTickedTwiceIsChangedOnce() {
		String run = begin("status=InProgress", List.of(ACTIVE.get(0), ACTIVE.get(0), ACTIVE.get(1)));
		assertThat(page(get(run)).select("h1").text()).isEqualTo("Changing 2 incidents");
	}

	@Test
	void assigningToOneselfTakesTheUserName() {
		String run = begin("assignedTo=me", ACTIVE.subList(0, 1));
		step(run);
		assertThat(this.writes.incident(ACTIVE.get(0)).assignedTo()).isEqualTo(SandboxAccount.ANALYST.username());
	}

	@Test
	void tagsAreAddedAndRemoved() {
		String run = begin("tags=Seen,%20Twice&removeTags=Executive", List.of(924_600L));
		step(run);
		assertThat(this.writes.incident(924_600L).tags()).containsExactlyInAnyOrder("Ransomware playbook", "Seen",
				"Twice");
	}

	@Test
	void whatSomebodyElseChangedAfterThePageWasShownIsAConflictAndTheRunGoesOn() {
		List<String> boxes = boxes(ACTIVE);
		this.writes.changeElsewhere(ACTIVE.get(0),
				new IncidentUpdate(null, "grace@contoso.com", null, null, null, null));
		String run = location(post("/incidents/triage", "status=InProgress&" + ids(boxes)));
		step(run);
		step(run);
		Document page = page(get(run));
		Pages.keep("triage-run-conflict", get(run));
		assertThat(page.select("[data-result]").eachAttr("data-result")).containsExactly("conflict", "done");
		assertThat(page.select(".run-differences").text()).contains("Owner", "Nobody", "grace@contoso.com");
		assertThat(page.select("[data-summary]").text()).isEqualTo("1 done, 1 conflict, 1 not tried");
		Element retry = Objects.requireNonNull(page.selectFirst("form[action='/incidents/924600/triage']"));
		assertThat(retry.select("input[name=status]").val()).isEqualTo("InProgress");
		assertThat(retry.select("input[name=seen]").val()).contains("grace");
		assertThat(retry.select("button").attr("aria-label")).startsWith("Write mine all the same: ");
	}

	@Test
	void withoutAStateWhatTheQueueHoldsIsWhatWasSeen() {
		this.writes.changeElsewhere(ACTIVE.get(0), new IncidentUpdate("Resolved", null, null, null, null, null));
		String run = location(post("/incidents/triage", "assignedTo=me&id=" + ACTIVE.get(0)));
		step(run);
		assertThat(page(get(run)).select("[data-result]").attr("data-result")).isEqualTo("conflict");
	}

	@Test
	void aRefusalStopsTheRunAndSaysWhatToDo() {
		String run = begin("status=InProgress", ACTIVE);
		this.writes.failNext(SampleFailures.forbidden());
		step(run);
		Document page = page(get(run));
		Pages.keep("triage-run-stopped", get(run));
		assertThat(page.select(".run-progress").text()).contains("Stopped, and the others were not tried",
				"Security Operator");
		assertThat(page.select("[data-step]")).isEmpty();
		assertThat(page.select("[data-summary]").text()).isEqualTo("1 not done, 2 not tried");
		step(run);
		assertThat(this.writes.written()).isEmpty();
	}

	@Test
	void aWriteThatHasToWaitIsTheNextStepOnceTheTimeHasPassed() {
		String run = begin("status=InProgress", ACTIVE);
		this.writes.failNext(SampleFailures.throttled(12_000));
		step(run);
		Document page = page(get(run));
		assertThat(page.select("main").attr("data-pause")).isEqualTo("12");
		assertThat(page.select(".run-progress").text()).contains("go on in 12 s", "0 of 3");
		this.clock.advance(Duration.ofSeconds(12));
		step(run);
		assertThat(page(get(run)).select("[data-summary]").text()).isEqualTo("1 done, 2 not tried");
	}

	@Test
	void whatIsWrittenOfAnIncidentWhoseCommentHasToWaitIsLoggedAtOnce() {
		double before = loggedChanges();
		this.writes.holdComments();
		step(begin("status=InProgress&comment=Known", ACTIVE));
		assertThat(this.writes.written()).hasSize(1);
		assertThat(loggedChanges() - before).isEqualTo(1);
	}

	private double loggedChanges() {
		return this.meters.find("watchfloor.audit.events")
			.tag("action", "incident-changed")
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	@Test
	void aRunIsUndoneOneARequest() {
		String run = begin("status=InProgress", ACTIVE);
		ACTIVE.forEach((id) -> step(run));
		assertThat(page(get(run)).select("[data-undo-all] button").text()).isEqualTo("Undo all 3");
		for (int left = 3; left > 0; left--) {
			assertThat(page(get(run)).select("[data-result] form[data-undo]")).hasSize(left);
			post(path(run) + "/undo", "back=/incidents");
		}
		assertThat(ACTIVE).allSatisfy((id) -> assertThat(this.writes.incident(id).status()).isEqualTo("Active"));
		Document page = page(get(run));
		assertThat(page.select("[data-summary]").text()).isEqualTo("3 done, 3 undone");
		assertThat(page.select("[data-undo-all], [data-undo]")).isEmpty();
		assertThat(page.select("[data-result]").eachText()).allMatch((text) -> text.contains("Undone."));
	}

	@Test
	void oneOfARunIsUndone() {
		String run = begin("status=InProgress", ACTIVE);
		ACTIVE.forEach((id) -> step(run));
		Element second = Objects.requireNonNull(page(get(run)).selectFirst("#result-924597 form[data-undo]"));
		assertThat(second.select("button").attr("aria-label")).startsWith("Undo: ");
		post(second.attr("action"), "entry=" + second.select("input[name=entry]").val());
		assertThat(ACTIVE.stream().map((id) -> this.writes.incident(id).status())).containsExactly("InProgress",
				"Active", "InProgress");
	}

	@Test
	void whatCannotBeUndoneAnyLongerIsNotOffered() {
		String run = begin("status=InProgress", ACTIVE);
		ACTIVE.forEach((id) -> step(run));
		this.clock.advance(Duration.ofMinutes(9));
		assertThat(page(get(run)).select("[data-undo-all]")).hasSize(1);
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(get(run)).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("not kept any longer");
		assertThat(post(path(run), "")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void withoutThePermissionNothingIsBegunAndTheFormIsAsItWas() {
		this.writes.grant(false);
		String draft = begin("status=Resolved&classification=FalsePositive/Other&tags=Seen&comment=A+scanner", ACTIVE);
		Document page = page(get(draft));
		Pages.keep("triage-run-draft", get(draft));
		assertThat(page.text()).contains("Nothing was changed yet: 3 incidents", StubWrites.PERMISSION);
		Element asking = Objects.requireNonNull(page.selectFirst("form[action='/sign-in/triage']"));
		assertThat(asking.select("input[name=back]").val()).isEqualTo(draft);
		assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("Resolved",
				"FalsePositive/Other");
		assertThat(page.select("textarea[name=comment]").text()).isEqualTo("A scanner");
		assertThat(page.select("input[name=id]").eachAttr("value")).hasSize(3);
		this.writes.grant(true);
		Document granted = page(get(draft));
		assertThat(granted.select("form[action='/sign-in/triage']")).isEmpty();
		assertThat(this.writes.written()).isEmpty();
		String run = begin("status=Resolved&form=" + granted.select("main input[name=form]").val(), ACTIVE);
		assertThat(page(get(run)).select("h1").text()).isEqualTo("Changing 3 incidents");
		assertThat(get(draft)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aRunWhosePermissionIsLostWaitsForIt() {
		String run = begin("status=InProgress", ACTIVE);
		this.writes.grant(false);
		step(run);
		Document page = page(get(run));
		assertThat(page.select("[data-step], [data-undo-all], [data-undo]")).isEmpty();
		assertThat(page.select("form[action='/sign-in/triage'] input[name=back]").val()).isEqualTo(path(run));
		this.writes.grant(true);
		step(run);
		assertThat(this.writes.written()).hasSize(1);
	}

	@Test
	void aChangeThatCannotBeWrittenSaysWhyAndCanBeCorrected() {
		String nothing = begin("status=", ACTIVE);
		assertThat(page(get(nothing)).select("[role=alert]").text()).isNotEmpty();
		String comment = "x".repeat(30_001);
		String draft = begin("comment=" + comment, ACTIVE);
		assertThat(page(get(draft)).select("[role=alert]").text()).contains("30,000");
		assertThat(page(get(draft)).select("textarea[name=comment]").text()).isEqualTo(comment);
	}

	@Test
	void moreThanAnActionTakesAreRefused() {
		String most = ids(LongStream.range(1, 51).mapToObj(Long::toString).toList());
		assertThat(post("/incidents/triage", "status=Active&" + most)).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(post("/incidents/triage", "status=Active&id=51&" + most)).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("The parameter “id”", "1 to 50 incidents", "51 were");
		String twice = most + "&" + most;
		assertThat(post("/incidents/triage", "status=Active&" + twice)).hasStatus(HttpStatus.SEE_OTHER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "id=", "id=abc", "id=-1", "id=0", "id=99999999999999999999", "id=1+x", "id=1%0A2",
			"id=924600+%25zz%26%26%26" })
	void whatIsNoIncidentIsRefused(String ids) {
		assertThat(post("/incidents/triage", "status=Active&" + ids)).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("The parameter “id”");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "undo", "%7Bname%7D", "..%2f..", "%3Cscript%3E" })
	void aRunThatThereIsNotIsNotFound(String name) {
		String address = "/incidents/triage/" + name;
		assertThat(get(address).getResponse().getStatus()).isBetween(400, 405);
		assertThat(post(address, "").getResponse().getStatus()).isBetween(400, 405);
		assertThat(post(address + "/undo", "").getResponse().getStatus()).isBetween(400, 405);
	}

	@Test
	void runsAndDraftsOfOtherSessionsAreNotFound() {
		String run = begin("status=InProgress", ACTIVE);
		this.writes.grant(false);
		String draft = begin("status=Resolved", ACTIVE);
		this.writes.grant(true);
		assertThat(get(run)).hasStatusOk();
		this.account = SandboxAccount.LEAD;
		assertThat(get(run)).as("in a session whose data is another's").hasStatus(HttpStatus.FORBIDDEN);
		for (SandboxAccount visitor : List.of(SandboxAccount.ANALYST, SandboxAccount.LEAD)) {
			this.session = new MockHttpSession();
			this.account = visitor;
			assertThat(get(run)).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(post(path(run), "")).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(post(path(run) + "/undo", "")).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(get(draft)).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.writes.written()).isEmpty();
	}

	@Test
	void aPageElsewhereIsNeverLedTo() {
		String run = location(
				post("/incidents/triage", "status=InProgress&back=https://evil.example/&id=" + ACTIVE.get(0)));
		assertThat(page(get(run)).select("a:contains(Back to the queue)").attr("href")).isEqualTo("/");
	}

	@Test
	void hostileTextsStayText() {
		long hostile = QueueIncidents.incidents(SampleQueue.INCIDENTS)
			.stream()
			.filter((incident) -> QueueIncidents.HOSTILE.equals(incident.name()) && "Active".equals(incident.status()))
			.findFirst()
			.orElseThrow()
			.id();
		String run = begin("tags=%3Cimg+src=x%3E&comment=%3Cscript%3Ealert(2)%3C/script%3E", List.of(hostile));
		step(run);
		Document page = page(get(run));
		assertThat(page.select("main script, main img")).isEmpty();
		assertThat(page.select("[data-result] .run-words > a").text()).isEqualTo(QueueIncidents.HOSTILE);
		assertThat(page.select("[data-undo] button").attr("aria-label")).isEqualTo("Undo: " + QueueIncidents.HOSTILE);
	}

	@Test
	void formsNeedTheirToken() {
		assertThat(this.mvc.post()
			.uri("/incidents/triage?status=Active&id=1")
			.session(this.session)
			.with(Visitors.signedIn(this.account))
			.exchange()).hasStatus(HttpStatus.FORBIDDEN);
	}

	private String begin(String change, List<Long> ids) {
		return location(post("/incidents/triage", change + "&back=/incidents?size%3D25&" + ids(boxes(ids))));
	}

	/**
	 * Return what the boxes of the queue's page hold now.
	 */
	private List<String> boxes(List<Long> ids) {
		Document page = page(get("/incidents?range=180d&size=200"));
		return ids.stream().map((id) -> page.select("#incident-" + id + " input[name=id]").val()).toList();
	}

	private static String ids(List<String> values) {
		return values.stream()
			.map((value) -> "id=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private void step(String run) {
		assertThat(path(location(post(path(run), "back=/incidents?size%3D25")))).isEqualTo(path(run));
	}

	private static String path(String address) {
		return URI.create(address).getPath();
	}

	private static String location(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
		return Objects.requireNonNull(answer.getResponse().getHeader(HttpHeaders.LOCATION));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(URI.create(address))
			.session(this.session)
			.with(Visitors.signedIn(this.account))
			.exchange();
	}

	private MvcTestResult post(String address, String form) {
		return this.mvc.post()
			.uri(URI.create(address))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content(form)
			.session(this.session)
			.with(Visitors.signedIn(this.account))
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	private static Document page(MvcTestResult answer) {
		assertThat(answer).hasStatusOk();
		try {
			return Jsoup.parse(answer.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
