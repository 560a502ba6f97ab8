package io.watchfloor.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.SpoiltAnswers;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold of parameters, cookies, forms and foreign texts, whatever they are.
 */
final class SpoiltRequests {

	private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

	private static final URI HERE = URI.create("http://localhost/");

	private SpoiltRequests() {
	}

	/**
	 * A query: a view that survives being written as an address, or a parameter that is
	 * named.
	 */
	static void query(byte[] query) {
		try {
			IncidentQuery view = IncidentQueryParameters.parse(parameters(text(query)));
			String address = IncidentQueryParameters.address("/incidents", view);
			assertThat(address).matches("[\\x21-\\x7e]+");
			String again = address.substring(Math.min(address.length(), "/incidents?".length()));
			assertThat(IncidentQueryParameters.parse(parameters(again))).isEqualTo(view);
		}
		catch (BadParameterException ex) {
			assertThat(Problem.of(ex).happened()).contains(ex.parameter());
		}
	}

	private static MultiValueMap<String, String> parameters(String query) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		for (String pair : query.split("&")) {
			String[] parts = pair.split("=", 2);
			parameters.add(parts[0], (parts.length == 2) ? decoded(parts[1]) : "");
		}
		return parameters;
	}

	private static String decoded(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return value;
		}
	}

	/**
	 * The cookies that remember a choice.
	 */
	static void cookie(byte[] value) {
		QueueLayout layout = QueueLayout.of(text(value));
		assertThat(layout.value()).matches("[a-zA-Z.-]*");
		assertThat(layout.style()).matches("[a-zA-Z -]+");
		assertThat(QueueLayout.of(layout.value())).isEqualTo(layout);
		assertThat(Theme.of(text(value))).isNotNull();
	}

	/**
	 * Where a form goes back to.
	 */
	static void back(byte[] back) {
		URI target = ReturnPath.of(text(back), new MockHttpServletRequest());
		assertThat(target.toString()).startsWith("/").doesNotStartWith("//").doesNotContain("\\", "\r", "\n");
		assertThat(HERE.resolve(target).getAuthority()).isEqualTo("localhost");
	}

	/**
	 * A text that an attacker wrote.
	 */
	static void foreignText(byte[] bytes) {
		String text = text(bytes);
		assertThat(ForeignText.lineOr(text, "-")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
		assertThat(SpreadsheetText.of(text))
			.doesNotContainPattern("\\A[\\s\\p{Z}\\p{Cf}\\p{Cc}]*[=+@\uFF1D\uFF0B\uFF20-]");
	}

	/**
	 * An answer of the API, as far as pages.
	 */
	static void pages(byte[] answer) {
		for (Incident incident : SpoiltAnswers.list(answer)) {
			page(incident);
		}
	}

	private static void page(Incident incident) {
		IncidentPage page = IncidentPage.of(incident, "tenant", NOW);
		assertThat(page).isNotNull();
		Viewpoint viewpoint = new Viewpoint("ada@contoso.com", NOW, Viewpoint.PATIENCE);
		IncidentSummary summary = IncidentSummary.of(incident);
		assertThat(QueueRow.of(summary, viewpoint, "/incidents")).isNotNull();
		assertExported(summary);
		assertThat(URI.create(PortalLink.of(incident, "tenant"))).hasScheme("https")
			.satisfies((link) -> assertThat(link.getHost()).startsWith("security.microsoft."));
	}

	private static void assertExported(IncidentSummary summary) {
		try {
			assertThat(CsvExport.write(List.of(summary).iterator(), OutputStream.nullOutputStream())).isEqualTo(1);
			assertThat(JsonExport.write(List.of(summary).iterator(), OutputStream.nullOutputStream())).isEqualTo(1);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
