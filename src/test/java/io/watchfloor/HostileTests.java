package io.watchfloor;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.LogLines;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever an attacker wrote stays text, in every page, export and log line of the
 * running application. Every text of the sandbox's corpus stands in every field of some
 * incident.
 */
class HostileTests extends SandboxTest {

	private static final long FIRST = 960_201;

	private static final long LONGEST = 960_300;

	/**
	 * Addresses that a page may lead to: its own, Microsoft's portal and ATT&amp;CK.
	 */
	private static final Pattern LINK = Pattern
		.compile("(/(?![/\\\\])|#|\\?)[^\\s\"'<>\\\\]*|https://security\\.microsoft\\.com/[\\w/?=&-]*"
				+ "|https://attack\\.mitre\\.org/techniques/[T0-9/]+");

	private static final Set<String> ELEMENTS_FROM_DATA = Set.of("img", "iframe", "object", "embed", "base", "marquee",
			"video", "audio", "math", "frame", "applet", "style");

	private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]*[=+@\uFF1D\uFF0B\uFF0D\uFF20-].*",
			Pattern.DOTALL);

	/**
	 * The pages that a large incident has besides its own.
	 */
	private static final List<String> PARTS = List.of("/alerts", "/assets", "/evidence", "/graph", "/related",
			"/print?short");

	@RegisterExtension
	private final LogLines log = new LogLines();

	@BeforeEach
	void beginWithAllThatAttackersWrote() {
		defender().tellLargeIncidents();
	}

	@Test
	void nothingInAPageCameFromData() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		Markup known = new Markup();
		Stream<String> harmless = ids((id) -> id < FIRST || id > LONGEST).stream()
			.limit(60)
			.map((id) -> "/incidents/" + id);
		Stream<String> parts = PARTS.stream().map((part) -> "/incidents/960010" + part);
		Stream
			.of(harmless, parts,
					Stream.of("/", "/?display=wall", "/handover?since=2020-01-01", "/incidents?range=180d",
							"/incidents?q=nothing+at+all", "/token"))
			.flatMap((addresses) -> addresses)
			.forEach((address) -> known.add(visitor.open(address).html()));
		// Only a text of many lines scrolls, and no harmless incident has one
		known.attributes.add("code@tabindex");
		// And only a name with an address in it has a defanged one beside it
		known.attributes.add("a@data-defanged");
		// Only a graph of many entities gathers them, and no harmless incident has one
		// that is not in parts
		known.attributes.add("span@data-alerts");
		List<Long> hostile = ids((id) -> id >= FIRST && id <= LONGEST);
		assertThat(hostile).hasSizeGreaterThan(50).contains(LONGEST);
		for (long id : hostile) {
			check(visitor.open("/incidents/" + id), known);
		}
		for (long id : hostile.subList(hostile.size() - 8, hostile.size())) {
			PARTS.forEach((part) -> check(visitor.open("/incidents/" + id + part), known));
		}
		for (String address : List.of("/", "/?display=wall", "/handover?since=2020-01-01",
				"/incidents?range=180d&size=200", "/incidents?range=180d&size=200&page=2",
				"/incidents?range=180d&q=%3Cscript%3Ealert(1)%3C/script%3E&tag=%22%3E%3Cimg%20src=x%3E",
				"/incidents?range=180d&asset=javascript:alert(1)&status=%22onload=&severity=%3Csvg%3E",
				"/incidents?range=180d&category=..%2F..%2F&source=__proto__&group=%E2%80%AE&threat=%0d%0a")) {
			check(visitor.open(address), known);
		}
	}

	@Test
	void noCellOfAnExportIsAFormulaAndNoTextMakesALine() throws IOException {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		String csv = readThrough(visitor, "/incidents.csv?range=180d");
		assertThat(csv).startsWith("\uFEFF");
		long incidents = JsonMapper.shared().readTree(visitor.open("/incidents.json?range=180d").text()).size();
		try (CSVParser parser = CSVFormat.RFC4180.builder()
			.setHeader()
			.get()
			.parse(new StringReader(csv.substring(1)))) {
			List<CSVRecord> records = parser.getRecords();
			assertThat(records).hasSize((int) incidents);
			assertThat(records).allSatisfy((line) -> assertThat(line.isConsistent()).isTrue());
			assertThat(records).flatMap(CSVRecord::toList)
				.filteredOn((cell) -> !cell.matches("-?[0-9]+"))
				.allSatisfy((cell) -> assertThat(FORMULA.matcher(cell).matches()).as("formula %s", cell).isFalse());
		}
		visitor.open("/incidents.csv?q=%0d%0aforged%1b%5B31m&tag=%E2%80%AE");
		assertThat(this.log.everything()).isNotEmpty()
			.allSatisfy((line) -> assertThat(line).doesNotContainPattern("[\\p{Cntrl}\u2028\u2029\u202e<>]"));
	}

	@Test
	void anExportAsJsonHoldsTheTextsAsTheyCame() throws IOException {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		JsonNode exported = JsonMapper.shared().readTree(readThrough(visitor, "/incidents.json?range=180d"));
		for (long id : ids((id) -> id >= FIRST && id < LONGEST)) {
			String name = defender().incident(id).path("incidentName").asString();
			assertThat(exported.valueStream().filter((incident) -> incident.path("id").asLong() == id)).singleElement()
				.satisfies(
						(incident) -> assertThat(incident.path("name").asString("").strip()).isEqualTo(name.strip()));
		}
	}

	@Test
	void aBadParameterIsNamedAndItsValueIsNotRepeated() {
		Page page = signedIn(SandboxAccount.LEAD).open("/incidents?range=%3Cscript%3Ealert(1)%3C/script%3E");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text()).contains("range").doesNotContain("<script>alert");
	}

	private static String readThrough(Visitor visitor, String export) {
		Page page = visitor.open(export);
		for (int step = 0; step < 20 && page.headers().firstValue("X-Incidents-Missing").isPresent(); step++) {
			page = visitor.open(export);
		}
		assertThat(page.headers().firstValue("X-Incidents-Missing")).isEmpty();
		return page.text();
	}

	private static List<Long> ids(LongPredicate wanted) {
		return defender().visibleTo(SandboxAccount.LEAD).stream().filter(wanted::test).toList();
	}

	/**
	 * Check that a page is made of what pages of harmless texts are made of.
	 */
	static void check(Page page, Markup known) {
		assertThat(page.status()).as("%s", page.uri()).isEqualTo(200);
		Document html = page.html();
		Markup markup = new Markup();
		markup.add(html);
		assertThat(markup.elements).as("elements on %s", page.uri())
			.isSubsetOf(known.elements)
			.doesNotContainAnyElementsOf(ELEMENTS_FROM_DATA);
		assertThat(markup.attributes).as("attributes on %s", page.uri())
			.isSubsetOf(known.attributes)
			.allMatch((name) -> !name.matches(".*@(on.*|style|srcdoc|formaction|ping)"));
		assertThat(html.select("script, link, use").eachAttr("src")).allMatch((address) -> address.startsWith("/js/"));
		assertThat(html.select("script:not([src])")).isEmpty();
		assertThat(html.select("template")).hasSizeBetween(2, 4)
			.allMatch((template) -> template.hasAttr("data-ended") || template.hasAttr("data-icons")
					|| template.hasAttr("data-held"));
		assertThat(html.select("meta[http-equiv]").eachAttr("content"))
			.allMatch((seconds) -> seconds.matches("[0-9]+"));
		assertThat(html.select("form").eachAttr("action"))
			.allMatch((action) -> action.startsWith("/") && !action.startsWith("//"));
		assertThat(html.select("[href]").eachAttr("href")).allSatisfy((href) -> assertThat(href).matches(LINK));
		assertThat(html.title().replaceAll("96\\d{4}", "")).doesNotContain("49")
			.doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
		assertThat(page.headers().map().keySet()).noneMatch((name) -> name.toLowerCase(Locale.ROOT).contains("owned"));
		assertThat(page.headers().map().values().toString()).doesNotContain("owned", "evil.example");
	}

	/**
	 * What pages are made of.
	 */
	static final class Markup {

		private final Set<String> elements = new HashSet<>();

		private final Set<String> attributes = new HashSet<>();

		Set<String> attributes() {
			return this.attributes;
		}

		void add(Document html) {
			for (Element element : html.getAllElements()) {
				this.elements.add(element.normalName());
				for (Attribute attribute : element.attributes()) {
					this.attributes.add(element.normalName() + "@" + attribute.getKey());
				}
			}
		}

	}

}
