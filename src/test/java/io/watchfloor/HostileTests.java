package io.watchfloor;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.Visitor.Page;
import io.watchfloor.sandbox.SandboxAccount;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever an attacker wrote stays text, in every page of the running application.
 */
class HostileTests extends SandboxTest {

	private static final long FIRST = 960_201;

	private static final long LONGEST = 960_300;

	/**
	 * Addresses that a page may lead to: its own, Microsoft's portal and ATT&amp;CK.
	 */
	private static final Pattern LINK = Pattern
		.compile("(/|#|\\?)[^\\s]*|https://security\\.microsoft\\.com/[\\w/?=&-]*"
				+ "|https://attack\\.mitre\\.org/techniques/[T0-9/]+");

	private static final Set<String> ELEMENTS_FROM_DATA = Set.of("img", "iframe", "object", "embed", "base", "marquee",
			"video", "audio", "math", "template", "frame", "applet");

	@Test
	void nothingInAPageCameFromData() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		List<Long> hostile = defender().visibleTo(SandboxAccount.LEAD)
			.stream()
			.filter((id) -> id >= FIRST && id <= LONGEST)
			.toList();
		assertThat(hostile).hasSizeGreaterThan(20).contains(LONGEST);
		for (long id : hostile) {
			check(visitor.open("/incidents/" + id));
		}
		for (String address : List.of("/", "/incidents?range=180d&size=200", "/incidents?range=180d&size=200&page=2",
				"/incidents?range=180d&q=%3Cscript%3Ealert(1)%3C/script%3E&tag=%22%3E%3Cimg%20src=x%3E",
				"/incidents?range=180d&asset=javascript:alert(1)")) {
			check(visitor.open(address));
		}
	}

	@Test
	void aBadParameterIsNamedAndItsValueIsNotRepeated() {
		Page page = signedIn(SandboxAccount.LEAD).open("/incidents?range=%3Cscript%3Ealert(1)%3C/script%3E");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text()).contains("range").doesNotContain("<script>alert");
	}

	private static void check(Page page) {
		assertThat(page.status()).as("%s", page.uri()).isEqualTo(200);
		Document html = page.html();
		for (Element element : html.getAllElements()) {
			assertThat(element.normalName()).as("element on %s", page.uri()).isNotIn(ELEMENTS_FROM_DATA);
			for (Attribute attribute : element.attributes()) {
				assertThat(attribute.getKey()).as("attribute on %s", page.uri())
					.doesNotStartWith("on")
					.isNotIn("style", "srcdoc", "formaction");
			}
		}
		assertThat(html.select("script, link, use").eachAttr("src")).allMatch((address) -> address.startsWith("/js/"));
		assertThat(html.select("script:not([src])")).isEmpty();
		assertThat(html.select("a").eachAttr("href")).allSatisfy((href) -> assertThat(href).matches(LINK));
		assertThat(html.title()).doesNotContain("49");
	}

}
