package io.watchfloor.web.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchMatcher;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.reading.IncidentQueue;
import io.watchfloor.queue.reading.IncidentQueues;
import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.support.MutableClock;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.SampleEngine;
import io.watchfloor.web.support.StubIncidents;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the queue's table and its filter bar print.
 */
class QueueTableTests {

	private static final Instant NOW = QueueIncidents.NOW;

	private static final String ADA = "ada.analyst@contoso.com";

	private static final String LEE = "lee.lead@contoso.com";

	private final SampleEngine engine = new SampleEngine();

	private final IncidentQueue queue = queue();

	@Test
	void agesAreThoseOfTheMoment() {
		assertThat(print(ADA, NOW, IncidentQuery.DEFAULT)).contains(">5 h</time>", "unassigned for 5 h");
		assertThat(print(ADA, NOW.plus(Duration.ofHours(1)), IncidentQuery.DEFAULT))
			.contains(">6 h</time>", "unassigned for 6 h")
			.doesNotContain(">5 h</time>");
	}

	@Test
	void aRowLeadsOnFromTheViewThatItStandsIn() {
		assertThat(print(ADA, NOW, IncidentQuery.DEFAULT.with(Facet.SEVERITY, Set.of("High"))))
			.contains("href=\"/incidents/1?severity=High\"");
	}

	@Test
	void aTimeThatIsUnknownIsSaidWhereItWouldStand() {
		this.queue.put(new Incident(9, null, "Timeless", null, null, null, "Active", "High", null, null, null,
				List.of(), List.of(), List.of(), null));
		Element row = Objects
			.requireNonNull(Jsoup.parse("<table>" + print(ADA, NOW, IncidentQuery.DEFAULT) + "</table>")
				.selectFirst("#incident-9"));
		assertThat(row.select("time")).isEmpty();
		assertThat(row.select(".col-age, .col-updated").eachText()).containsExactly("time unknown", "time unknown");
		assertThat(row.select(".reason").text()).isEqualTo("Score 45 High, unassigned, time unknown");
	}

	@Test
	void countsAreThoseOfTheQueueAsItIs() {
		assertThat(print(ADA, NOW, IncidentQuery.DEFAULT)).contains("<span class=\"count\">2</span>");
		this.queue.forget(2);
		assertThat(print(ADA, NOW, IncidentQuery.DEFAULT)).doesNotContain("<span class=\"count\">2</span>");
	}

	@Test
	void aReasonIsThatOfWhoLooks() {
		assertThat(print(ADA, NOW, IncidentQuery.DEFAULT)).contains("High, yours");
		assertThat(print(LEE, NOW, IncidentQuery.DEFAULT)).doesNotContain("yours");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "</td></tr></table><img src=x onerror=alert(1)>", "&lt;b&gt;",
			"\" onmouseover=\"alert(1)", "[[${7*7}]] [(${7*7})]", "__${7*7}__", "${7*7} @{/x} ~{layout}",
			"<th:block th:text=\"${7*7}\"/>", "--><b>" })
	void whatAnAttackerWroteIsTextInItsRow(String text) {
		Incident incident = new Incident(1, null, text, NOW, NOW, text, "Active", "High", null, null, null,
				List.of(text), List.of(), List.of(), null);
		IncidentRow hostile = IncidentRow.of(IncidentSummary.of(incident),
				new Viewpoint(Set.of(), NOW, AttentionSettings.DEFAULT), "/incidents");
		String rendered = this.engine.render("queue/table", "rows",
				Map.of("rows", List.of(hostile), "layout", QueueLayout.DEFAULT));
		Element row = Objects.requireNonNull(Jsoup.parse("<table>" + rendered + "</table>").selectFirst("tbody tr"));
		assertThat(row.select("th a, .tag, .col-assignee").eachText()).containsExactly(text, text, text);
		assertThat(row.getAllElements()).extracting(Element::normalName)
			.isSubsetOf("tr", "td", "th", "a", "span", "time");
		assertThat(row.getAllElements()).flatExtracting((element) -> element.attributes().asList())
			.extracting((attribute) -> attribute.getKey())
			.isSubsetOf("id", "class", "scope", "href", "title", "datetime", "data-defanged");
		assertThat(row.select("[title]").eachAttr("title")).contains(text).isSubsetOf(text, "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "</mark></td></table><img src=x onerror=alert(1)>",
			"&lt;b&gt;", "[[${7*7}]]", "--><b>" })
	void aMatchIsMarkedAndIsText(String text) {
		IncidentRow row = row(text).withMatches(List.of(new SearchMatcher(SearchTerm.of(text))));
		Element match = Objects.requireNonNull(rendered(row).selectFirst("th .match"));
		assertThat(match.text()).isEqualTo("Comment: before " + text + " after");
		assertThat(match.select("mark").eachText()).containsExactly(text);
		assertThat(match.getAllElements()).extracting(Element::normalName).containsExactly("span", "bdi", "mark");
	}

	@Test
	void aNameHasItsAddressesDefangedBesideForWhoCopiesIt() {
		assertThat(rendered(named("Connection to evil.com from 10.0.0.7")).select("th > a").attr("data-defanged"))
			.isEqualTo("Connection to evil[.]com from 10[.]0[.]0[.]7");
		assertThat(rendered(named("Ransomware")).select("[data-defanged]")).isEmpty();
	}

	private static IncidentRow named(String name) {
		Incident incident = new Incident(1, null, name, NOW, NOW, null, "Active", "High", null, null, null, List.of(),
				List.of(), List.of(), null);
		return IncidentRow.of(IncidentSummary.of(incident), new Viewpoint(Set.of(), NOW, AttentionSettings.DEFAULT),
				"/incidents");
	}

	@Test
	void aRowWithoutASearchHasNoMatch() {
		assertThat(rendered(row("x")).select(".match, mark")).isEmpty();
	}

	private static IncidentRow row(String comment) {
		Incident incident = new Incident(1, null, "Incident", NOW, NOW, null, "Active", "High", null, null, null,
				List.of(), List.of(new Incident.Comment("before " + comment + " after", null, null)), List.of(), null);
		return IncidentRow.of(IncidentSummary.of(incident), new Viewpoint(Set.of(), NOW, AttentionSettings.DEFAULT),
				"/incidents");
	}

	private Element rendered(IncidentRow row) {
		String rendered = this.engine.render("queue/table", "rows",
				Map.of("rows", List.of(row), "layout", QueueLayout.DEFAULT));
		return Jsoup.parse("<table>" + rendered + "</table>");
	}

	private String print(String analyst, Instant now, IncidentQuery query) {
		Viewpoint viewpoint = new Viewpoint(analyst, now, AttentionSettings.DEFAULT);
		QueueSnapshot snapshot = this.queue.snapshot();
		QueuePage page = QueuePage.of("/incidents", snapshot.index().select(query, viewpoint), viewpoint,
				Freshness.of(snapshot.state(), NOW), SourceDetails.ALL);
		FilterMenus menus = FilterMenus.of(query, snapshot.index().facets(query, viewpoint), SourceDetails.ALL);
		return this.engine.render("queue/filters", "filters", Map.of("queue", page, "menus", menus, "icons", "/i"))
				+ this.engine.render("queue/table", "rows", Map.of("rows", page.rows(), "layout", QueueLayout.DEFAULT));
	}

	private static IncidentQueue queue() {
		IncidentQueues queues = new IncidentQueues(new MutableClock(NOW), Duration.ofDays(1), Long.MAX_VALUE);
		IncidentQueue queue = queues.forSession("ada",
				new StubIncidents(List.of(incident(1, null, "Active"), incident(2, ADA, "InProgress"))));
		queue.refresh(NOW.minus(Duration.ofDays(30)));
		return queue;
	}

	private static Incident incident(long id, @Nullable String owner, String status) {
		Instant created = NOW.minus(Duration.ofHours(5));
		return new Incident(id, null, "Incident", created, created, owner, status, "High", null, null, null, List.of(),
				List.of(), List.of(), null);
	}

}
