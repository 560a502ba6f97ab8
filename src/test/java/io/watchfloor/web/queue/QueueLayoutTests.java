package io.watchfloor.web.queue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Import(SampleQueue.class)
@TestPropertySource(properties = "own-calls=true")
class QueueLayoutTests {

	private final MockMvcTester mvc;

	@Autowired
	QueueLayoutTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "compact", "-severity", "compact.-severity.-updated",
			"-severity.updated.severity.id.name.status.assignee.sources.alerts.assets.age.priority" })
	void aLayoutOutlivesItsCookie(String value) {
		assertThat(QueueLayout.of(value).value()).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-name", "-secret", "........", "\"><script>", "COMPACT", "local" })
	void whatIsNotKnownMeansNothing(String value) {
		assertThat(QueueLayout.of(value)).isEqualTo(QueueLayout.DEFAULT);
	}

	@Test
	void theIncidentItselfIsAlwaysShown() {
		assertThat(QueueLayout.of(List.of(), List.of("severity"), "").hidden()).doesNotContain(QueueColumn.NAME)
			.hasSize(QueueColumn.values().length - 2);
		assertThat(new QueueLayout(List.of(), Set.of(QueueColumn.NAME), false)).isEqualTo(QueueLayout.DEFAULT);
	}

	@Test
	void choosingALayoutRemembersItAndGoesBack() {
		assertThat(this.mvc.post()
			.uri("/incidents/layout")
			.param("column", "severity", "id", "status", "assignee", "alerts", "assets", "age", "updated")
			.param("density", "compact")
			.param("back", "/incidents?q=a")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(HttpStatus.SEE_OTHER)
			.hasHeader(HttpHeaders.LOCATION, "/incidents?q=a")
			.cookies()
			.hasValue(QueueLayout.COOKIE.name(), "compact.-sources")
			.isHttpOnly(QueueLayout.COOKIE.name(), true);
	}

	@Test
	void columnsAreMovedOneByOneAndTheMenuStaysOpen() {
		assertThat(this.mvc.post()
			.uri("/incidents/layout")
			.param("column", "severity", "id", "status", "assignee", "sources", "alerts", "assets", "age", "updated")
			.param("up", "updated")
			.param("back", "/incidents?q=a")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(HttpStatus.SEE_OTHER)
			.hasHeader(HttpHeaders.LOCATION, "/incidents?q=a#layout")
			.cookies()
			.hasValue(QueueLayout.COOKIE.name(),
					"severity.priority.id.name.status.assignee.sources.alerts.assets.updated.age");
	}

	@Test
	void nothingMovesBeyondTheEdgesAndNothingUnknownMoves() {
		assertThat(QueueLayout.DEFAULT.moved("severity", -1)).isEqualTo(QueueLayout.DEFAULT);
		assertThat(QueueLayout.DEFAULT.moved("updated", 1)).isEqualTo(QueueLayout.DEFAULT);
		assertThat(QueueLayout.DEFAULT.moved("nonsense", 1)).isEqualTo(QueueLayout.DEFAULT);
		assertThat(QueueLayout.DEFAULT.moved("id", -1).moved("id", 1)).isEqualTo(QueueLayout.DEFAULT);
	}

	@Test
	void aColumnIsMovedPastThoseThatTheTableDoesNotHave() {
		QueueLayout without = QueueLayout.DEFAULT.with(new PriorityColumn(false, false));
		assertThat(without.moved("id", -1).order()).startsWith(QueueColumn.ID, QueueColumn.SEVERITY,
				QueueColumn.PRIORITY);
		assertThat(without.moved("severity", 1).order()).startsWith(QueueColumn.PRIORITY, QueueColumn.ID,
				QueueColumn.SEVERITY);
		assertThat(QueueLayout.DEFAULT.moved("id", -1).order()).startsWith(QueueColumn.SEVERITY, QueueColumn.ID,
				QueueColumn.PRIORITY);
	}

	@Test
	void headsAndCellsHaveTheOrderOfTheCookieAndTheSameContent() {
		Document usual = queue("");
		Document reordered = queue("updated.age.name");
		assertThat(reordered.select("thead th").eachAttr("class")).startsWith("col-updated", "col-age", "col-name")
			.containsExactlyInAnyOrderElementsOf(usual.select("thead th").eachAttr("class"));
		for (Element row : reordered.select("tbody tr")) {
			assertThat(row.child(0).className()).isEqualTo("col-updated");
			assertThat(row.child(2).tagName()).isEqualTo("th");
			Element same = Objects.requireNonNull(usual.getElementById(row.id()));
			assertThat(row.children().eachText()).containsExactlyInAnyOrderElementsOf(same.children().eachText());
		}
		assertThat(reordered.select("tbody tr")).hasSize(usual.select("tbody tr").size());
	}

	private Document queue(String cookie) {
		MvcTestResult page = this.mvc.get()
			.uri("/incidents?range=180d")
			.cookie(new Cookie(QueueLayout.COOKIE.name(), cookie))
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
		assertThat(page).hasStatusOk();
		return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	@Test
	void theDefaultForgetsTheCookie() {
		assertThat(this.mvc.post()
			.uri("/incidents/layout")
			.param("column", "severity", "id", "status", "assignee", "sources", "alerts", "assets", "age", "updated")
			.with(SecurityMockMvcRequestPostProcessors.csrf())).cookies()
			.hasMaxAge(QueueLayout.COOKIE.name(), Duration.ZERO);
	}

	@Test
	void aLayoutCannotBeChosenFromAnotherSite() {
		assertThat(this.mvc.post().uri("/incidents/layout")).hasStatus(HttpStatus.FORBIDDEN);
	}

}
