package io.watchfloor.web.queue;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.SampleQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Import(SampleQueue.class)
class QueueLayoutTests {

	private final MockMvcTester mvc;

	@Autowired
	QueueLayoutTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "compact", "-severity", "compact.-severity.-updated" })
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
		assertThat(QueueLayout.of(List.of("severity"), "").hidden()).doesNotContain(QueueColumn.NAME)
			.hasSize(QueueColumn.values().length - 2);
		assertThat(new QueueLayout(Set.of(QueueColumn.NAME), false)).isEqualTo(QueueLayout.DEFAULT);
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
