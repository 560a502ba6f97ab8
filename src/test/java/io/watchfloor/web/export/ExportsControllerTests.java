package io.watchfloor.web.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Import(SampleQueue.class)
class ExportsControllerTests {

	private final MockMvcTester mvc;

	private final MockHttpSession session = new MockHttpSession();

	@Autowired
	ExportsControllerTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@BeforeEach
	void readEverything() {
		for (int step = 0; step < 3; step++) {
			get("/incidents");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?severity=High&sort=-id", "?q=endpoint&size=25&page=2&sort=name", "?severity=None" })
	void bothFormatsHoldEverythingThatTheViewSelectsInItsOrder(String view) {
		List<String> csv = csv(view).stream().map((row) -> row.get("id")).toList();
		List<String> json = json(view).valueStream().map((incident) -> incident.get("id").asString()).toList();
		assertThat(csv).isEqualTo(json).hasSize(total(view));
		if (view.contains("-id")) {
			assertThat(csv.stream().map(Long::valueOf).toList()).isSortedAccordingTo((a, b) -> Long.compare(b, a));
		}
	}

	@Test
	void csvHoldsPlainNamesUtcTimesAndListsInOneCell() {
		CSVRecord first = csv("?q=924600").get(0);
		assertThat(first.toMap()).containsEntry("created", "2026-11-23T14:00:10Z")
			.containsEntry("severity", "High")
			.containsEntry("tags", "Executive; Ransomware playbook")
			.containsEntry("mergedInto", "")
			.containsEntry("alerts", "1");
	}

	@Test
	void jsonHoldsNumbersListsAndNothingWhereNothingIsKnown() {
		JsonNode first = json("?q=924600").get(0);
		assertThat(first.get("id").isNumber()).isTrue();
		assertThat(first.get("tags").valueStream().map(JsonNode::asString)).containsExactly("Executive",
				"Ransomware playbook");
		assertThat(first.get("assignedTo").isNull()).isTrue();
		assertThat(first.get("updated").asString()).isEqualTo("2026-11-23T14:00:10Z");
	}

	@Test
	void anExportIsAFileThatNobodyCaches() {
		assertThat(get("/incidents.csv")).hasStatusOk()
			.hasHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"incidents-2026-11-23-1403Z.csv\"")
			.hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
			.hasHeader(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8;header=present")
			.doesNotContainHeader(ExportsController.MISSING);
		assertThat(get("/incidents.json")).hasHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"incidents-2026-11-23-1403Z.json\"");
	}

	@Test
	void rowsEndAsTheStandardSays() {
		assertThat(text(get("/incidents.csv?q=924600"))).startsWith("\uFEFF\"id\",\"name\",\"severity\"")
			.endsWith("\r\n")
			.contains("\r\n924600,\"Multi-stage");
	}

	@Test
	void aBadParameterIsNoFile() {
		assertThat(get("/incidents.csv?sort=rank")).hasStatus(HttpStatus.BAD_REQUEST)
			.doesNotContainHeader(HttpHeaders.CONTENT_DISPOSITION)
			.bodyText()
			.contains("The parameter “sort”");
	}

	private List<CSVRecord> csv(String view) {
		try (StringReader text = new StringReader(text(get("/incidents.csv" + view)).substring(1))) {
			return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(text).getRecords();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private JsonNode json(String view) {
		return new JsonMapper().readTree(text(get("/incidents.json" + view)));
	}

	private int total(String view) {
		String title = text(get("/incidents" + view)).replaceFirst("(?s).*<title>([0-9]+) incident.*", "$1");
		return Integer.parseInt(title);
	}

	private static String text(MvcTestResult answer) {
		assertThat(answer).hasStatusOk();
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(URI.create(address))
			.session(this.session)
			.with(Visitors.signedIn(SandboxAccount.ANALYST))
			.exchange();
	}

}
