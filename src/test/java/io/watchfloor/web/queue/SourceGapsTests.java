package io.watchfloor.web.queue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.defender.SourceDetail;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.Pages;
import io.watchfloor.web.support.SupplementedIncidents;
import io.watchfloor.web.support.Visitors;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queue of a source that gives priority scores, but no investigations and no
 * detection source of the incident itself.
 */
@PageTest
@Import(SupplementedIncidents.class)
class SourceGapsTests {

	private static final IncidentQuery ALL = IncidentQuery.DEFAULT;

	private static final IncidentQuery BY_PRIORITY = ALL.with(new IncidentOrder(IncidentOrder.Column.PRIORITY, true));

	private final MockMvcTester mvc;

	@Autowired
	SourceGapsTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	static Stream<IncidentQuery> queries() {
		return Stream.of(ALL, BY_PRIORITY, ALL.with(Facet.INVESTIGATION, Set.of("Running")),
				ALL.without(Facet.DETECTION, Set.of("Antivirus")));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void aSourceThatGivesEverythingHasNoGaps(IncidentQuery query) {
		assertThat(SourceGaps.of(query, SourceDetails.ALL)).isEmpty();
		assertThat(PriorityColumn.of(query, SourceDetails.ALL)).isEqualTo(PriorityColumn.GIVEN);
	}

	@Test
	void whatAViewAsksForInVainIsNamed() {
		SourceDetails nothing = SourceDetails.of((detail) -> false);
		assertThat(queries().map((query) -> SourceGaps.of(query, nothing).size())).containsExactly(0, 1, 1, 1);
		assertThat(SourceGaps.of(BY_PRIORITY, nothing)).singleElement().asString().startsWith("Defender’s priority");
	}

	@Test
	void withoutScoresTheColumnIsOnlyInAViewThatIsSortedByThem() {
		SourceDetails defender = SourceDetails.of((detail) -> detail != SourceDetail.SUPPLEMENT);
		assertThat(PriorityColumn.of(ALL, defender).shown()).isFalse();
		assertThat(PriorityColumn.of(BY_PRIORITY, defender).shown()).isTrue();
		assertThat(PriorityColumn.of(BY_PRIORITY, defender).none()).isEqualTo("Not given by this source");
		assertThat(PriorityColumn.of(ALL, SourceDetails.ALL).none()).isEqualTo("None");
	}

	@Test
	void theColumnOfPrioritiesSaysWhereThereIsNone() {
		Document page = page("/incidents?sort=-priority");
		Pages.keep("queue-priority", get("/incidents?sort=-priority"));
		assertThat(page.select("tbody th a").eachAttr("href")).map((address) -> address.replaceAll("[?].*", ""))
			.containsExactly("/incidents/51", "/incidents/53", "/incidents/54", "/incidents/52");
		assertThat(page.select("tbody .col-priority").eachText()).containsExactly("87", "12", "None", "None");
		assertThat(page.select("[aria-sort=descending]").text()).isEqualTo("Priority");
		assertThat(page("/incidents?sort=priority").select("tbody .col-priority").eachText()).containsExactly("12",
				"87", "None", "None");
		assertThat(page.select("select[name=sort] option[selected]").text()).isEqualTo("By Defender’s priority");
		assertThat(page.select("[data-gap]")).isEmpty();
	}

	@Test
	void theColumnOfPrioritiesCanBeLeftOut() {
		MvcTestResult answer = this.mvc.get()
			.uri("/incidents")
			.cookie(new Cookie(QueueLayout.COOKIE.name(), "-priority"))
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
		assertThat(document(answer).select("table").hasClass("without-priority")).isTrue();
		assertThat(this.mvc.post()
			.uri("/incidents/layout")
			.param("column", "severity", "id", "status", "assignee", "sources", "alerts", "assets", "age", "updated")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).cookies()
			.hasValue(QueueLayout.COOKIE.name(), "-priority");
	}

	@Test
	void tagsByDefenderAreFoundAndFilteredByLikeOthers() {
		assertThat(page("/incidents?tag=Attack%20disruption").select("tbody th a").eachText())
			.containsExactly("Sign-in from nowhere");
		assertThat(page("/incidents?q=tag:disruption").select("tbody tr")).hasSize(1);
		assertThat(page("/incidents").select("input[name=tag]").eachAttr("value")).contains("Attack disruption",
				"Finance");
	}

	@Test
	void aSearchFindsTheSummaryAndNamedEvidenceButNotTheAdvice() {
		for (String found : List.of("%22Megan's%20browser%22", "prod-eu-1", "%22sessions%20revoked%22", "lee.lead")) {
			assertThat(page("/incidents?q=" + found).select("tbody tr")).as(found).hasSize(1);
		}
		assertThat(page("/incidents?q=%22validate%20the%20alert%22").select("tbody tr")).isEmpty();
	}

	@Test
	void aSearchFindsWhoChangedAnIncidentButNotTheServiceThatDid() {
		assertThat(page("/incidents?q=lee.lead@contoso.com").select("tbody tr")).hasSize(1);
		assertThat(page("/incidents?q=%22Microsoft%20Defender%20XDR%22").select("tbody tr")).isEmpty();
	}

	@Test
	void aMenuSaysWhatTheSourceDoesNotGive() {
		Document page = page("/incidents");
		assertThat(page.select("fieldset:has(legend:contains(Investigation))").text())
			.isEqualTo("Investigation Not given by this source");
		assertThat(page.select("fieldset:has(legend:contains(Detection source))").text())
			.contains("the incident’s own is not given by this source", "Entra ID Protection");
	}

	@Test
	void aFilterByWhatIsNotGivenSelectsByWhatIsKnownAndSaysSo() {
		Document page = page("/incidents?investigation=Running");
		assertThat(page.select("tbody tr")).isEmpty();
		assertThat(page.select("[data-gap]").text()).startsWith("Not given by this source: the states of");
		Document detection = page("/incidents?detection=AadIdentityProtection");
		assertThat(detection.select("tbody tr")).hasSize(1);
		assertThat(detection.select("[data-gap]").text())
			.startsWith("Not given by this source: the detection sources of incidents");
		assertThat(page("/incidents?investigation=!Running").select("tbody tr")).hasSize(4);
	}

	@Test
	void anExportTellsWhatIsNotGivenFromWhatIsNotThere() {
		String csv = text(get("/incidents.csv?sort=id"));
		assertThat(csv).contains("\"priorityScore\"", "\"Not given by this source\"");
		assertThat(csv.lines().skip(1)).allMatch((line) -> line.contains("Not given by this source"));
		String json = text(get("/incidents.json?sort=id"));
		assertThat(json).contains("\"priorityScore\":87", "\"priorityScore\":null", "\"investigations\":null")
			.contains("\"tags\":[\"Attack disruption\",\"Finance\"]");
	}

	private Document page(String address) {
		return document(get(address));
	}

	private static Document document(MvcTestResult answer) {
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(text(answer));
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(URI.create(address)).with(Visitors.signedIn(SandboxAccount.ANALYST)).exchange();
	}

}
