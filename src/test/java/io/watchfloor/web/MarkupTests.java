package io.watchfloor.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MarkupTests {

	private static final String PAGE = "<table><tbody markup:body=\"${rows}\"></tbody></table>";

	private final ITemplateEngine engine = new SampleEngine().engine();

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "</td></tr></table><img src=x onerror=alert(1)>", "&lt;b&gt;",
			"\" onmouseover=\"alert(1)", "[[${7*7}]] [(${7*7})]", "__${7*7}__", "${7*7} @{/x} ~{layout}",
			"<th:block th:text=\"${7*7}\"/>", "--><b>" })
	void whatAnAttackerWroteIsTextInAPageThatTakesOverItsRow(String text) {
		Element row = Objects
			.requireNonNull(Jsoup.parse(page(Markup.join(List.of(row(text))))).selectFirst("tbody tr"));
		assertThat(row.select("th a, .tag, .col-assignee").eachText()).containsExactly(text, text, text);
		assertThat(row.getAllElements()).extracting(Element::normalName)
			.isSubsetOf("tr", "td", "th", "a", "span", "time");
		assertThat(row.getAllElements()).flatExtracting((element) -> element.attributes().asList())
			.extracting((attribute) -> attribute.getKey())
			.isSubsetOf("id", "class", "scope", "href", "datetime");
	}

	@Test
	void aTextCannotBeTakenOver() {
		assertThatThrownBy(() -> page("<b>bold</b>")).isInstanceOf(TemplateProcessingException.class)
			.hasStackTraceContaining("Not printed by the template engine");
	}

	private Markup row(String text) {
		Incident incident = new Incident(1, null, text, QueueIncidents.NOW, QueueIncidents.NOW, text, "Active", "High",
				null, null, null, List.of(text), List.of(), List.of(), null);
		Viewpoint viewpoint = new Viewpoint(null, QueueIncidents.NOW, Viewpoint.PATIENCE);
		return Markup.print(this.engine, "fragments/queue-table", "row",
				QueueRow.of(IncidentSummary.of(incident), viewpoint, "/incidents"));
	}

	private String page(Object rows) {
		return this.engine.process(PAGE, new Context(Locale.ROOT, Map.of("rows", rows)));
	}

}
