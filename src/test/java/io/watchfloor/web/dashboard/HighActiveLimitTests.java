package io.watchfloor.web.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.support.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator says for how long a high incident may stay active.
 */
@PageTest
@Import(SampleQueue.class)
@TestPropertySource(properties = "watchfloor.high-active-limit=100d")
class HighActiveLimitTests {

	private final MockMvcTester mvc;

	@Autowired
	HighActiveLimitTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void theDashboardCountsByTheLimitAndSaysIt() {
		Document dashboard = page("/?range=180d");
		assertThat(dashboard.select(".counter:contains(High and active)").text()).contains("for more than 100 d");
		assertThat(dashboard.select(".attention-rules td:contains(Over the limit)").first()).extracting(Element::text)
			.asString()
			.contains("high 100 d", "medium 1 d");
	}

	@Test
	void whatIsOverTheLimitIsTheOldest() {
		List<String> ages = page("/incidents?range=180d&status=Active&severity=High&sort=created&size=200")
			.select("tbody tr .col-age")
			.eachText();
		int overdue = Integer.parseInt(page("/?range=180d").select(".counter:contains(High and active) .figure + *")
			.text()
			.replaceAll(" .*", ""));
		assertThat(ages.stream().limit(overdue)).isNotEmpty().allMatch((age) -> days(age) >= 100);
		assertThat(ages.stream().skip(overdue)).isNotEmpty().allMatch((age) -> days(age) <= 100);
	}

	private static int days(String age) {
		return age.endsWith(" d") ? Integer.parseInt(age.replace(" d", "")) : 0;
	}

	private Document page(String address) {
		return Jsoup.parse(new String(this.mvc.get()
			.uri(address)
			.with(Visitors.signedIn(SandboxAccount.LEAD))
			.exchange()
			.getResponse()
			.getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
