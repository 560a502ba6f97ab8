package io.watchfloor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One analyst never sees what another analyst's token fetched.
 */
class TwoAnalystsTests extends SandboxTest {

	private static final String EVERYTHING = "/incidents?range=180d&size=200";

	@Test
	void eachSeesExactlyWhatTheirOwnTokenShowsAlsoAtOnce() throws Exception {
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		Visitor lee = signedIn(SandboxAccount.LEAD);
		readEverything(ada);
		readEverything(lee);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Page>> loads = IntStream.range(0, 24)
				.<Callable<Page>>mapToObj((i) -> () -> ((i % 2 == 0) ? ada : lee).open(EVERYTHING))
				.toList();
			List<Future<Page>> pages = threads.invokeAll(loads);
			Set<Long> adas = visible(SandboxAccount.ANALYST);
			Set<Long> lees = visible(SandboxAccount.LEAD);
			for (int i = 0; i < pages.size(); i++) {
				Set<Long> shown = shown(pages.get(i).get());
				assertThat(shown).isNotEmpty();
				assertThat((i % 2 == 0) ? adas : lees).containsAll(shown);
			}
			assertThat(lees).hasSizeGreaterThan(adas.size());
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void theIncidentOfOneIsNoneForTheOther() {
		Set<Long> onlyLees = visible(SandboxAccount.LEAD);
		onlyLees.removeAll(visible(SandboxAccount.ANALYST));
		long id = onlyLees.iterator().next();
		assertThat(signedIn(SandboxAccount.LEAD).open("/incidents/" + id).status()).isEqualTo(200);
		Page page = signedIn(SandboxAccount.ANALYST).open("/incidents/" + id);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.heading()).isEqualTo("No such incident");
	}

	@Test
	void aSweepFindsWhatTheAnalystsOwnTokenShowsAndNothingElse() {
		Set<Long> onlyLees = visible(SandboxAccount.LEAD);
		onlyLees.removeAll(visible(SandboxAccount.ANALYST));
		String report = onlyLees.stream()
			.limit(20)
			.map((id) -> defender().incident(id).toString())
			.collect(Collectors.joining("\n"));
		assertThat(swept(signedIn(SandboxAccount.LEAD), report)).containsAnyElementsOf(onlyLees);
		assertThat(visible(SandboxAccount.ANALYST)).containsAll(swept(signedIn(SandboxAccount.ANALYST), report));
	}

	private static Set<Long> swept(Visitor visitor, String report) {
		String csrf = readEverything(visitor).html().select("input[name=_csrf]").val();
		Page result = visitor.post("/sweep", Map.of("text", report, "_csrf", csrf));
		assertThat(result.status()).isEqualTo(200);
		assertThat(result.html().select("#sweep-text").text()).contains("Found (");
		return links(result, ".sweep-incidents a[href^=/incidents/]");
	}

	@Test
	void whoeverSignsInToTheSameBrowserBeginsWithAnEmptyQueue() {
		Visitor browser = signedIn(SandboxAccount.LEAD);
		assertThat(visible(SandboxAccount.ANALYST).containsAll(shown(readEverything(browser)))).isFalse();
		Page accounts = browser.open("/sign-in/other-account");
		browser.choose(accounts, SandboxAccount.ANALYST);
		assertThat(visible(SandboxAccount.ANALYST)).containsAll(shown(readEverything(browser)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/incidents", "/", "/?display=wall" })
	void everyAnswerToAnOpenPageNamesItsAnalystAlsoWhenNothingChanged(String address) {
		Visitor browser = signedIn(SandboxAccount.LEAD);
		Page lees = readEverything(browser, address);
		assertThat(lees.html().select("html").attr("data-analyst")).isEqualTo(analyst(lees)).matches("[0-9a-f]{32}");
		// Two, for each of two nodes has versions of its own
		List<Page> polls = List.of(poll(browser, address, lees), poll(browser, address, lees));
		assertThat(polls).anySatisfy((unchanged) -> assertThat(unchanged.status()).isEqualTo(304))
			.allSatisfy((unchanged) -> assertThat(analyst(unchanged)).isEqualTo(analyst(lees)));
		browser.choose(browser.open("/sign-in/other-account"), SandboxAccount.ANALYST);
		Page adas = poll(browser, address, lees);
		assertThat(adas.status()).isEqualTo(200);
		assertThat(analyst(adas)).isNotEqualTo(analyst(lees)).matches("[0-9a-f]{32}");
		assertThat(analyst(browser.ask("/session", "If-None-Match", "\"session\""))).isEqualTo(analyst(adas));
		assertThat(analyst(browser.ask("/incidents/1"))).isEqualTo(analyst(adas));
		assertThat(analyst(visitor().ask("/"))).isEmpty();
	}

	@Test
	void whoeverLacksThePermissionIsToldWhichOne() {
		Page page = signedIn(SandboxAccount.NO_PERMISSION).open("/incidents/924565");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("Incident.Read");
		Page token = signedIn(SandboxAccount.NO_PERMISSION).open("/token");
		assertThat(token.html().select("tr:has(.verdict.wrong)").text()).contains("Permission");
	}

	private static Page readEverything(Visitor visitor) {
		return readEverything(visitor, EVERYTHING);
	}

	private static Page readEverything(Visitor visitor, String address) {
		Page page = visitor.open(address);
		for (int i = 0; i < 10; i++) {
			page = visitor.open(address);
		}
		return page;
	}

	private static Page poll(Visitor visitor, String address, Page page) {
		return visitor.ask(address, "If-None-Match", page.headers().firstValue("ETag").orElseThrow(), "Sec-Fetch-Mode",
				"cors");
	}

	private static String analyst(Page page) {
		return page.headers().firstValue("X-Analyst").orElse("");
	}

	private static Set<Long> visible(SandboxAccount account) {
		return new HashSet<>(defender().visibleTo(account));
	}

	private static Set<Long> shown(Page page) {
		return links(page, "table tbody a[href^=/incidents/]");
	}

	private static Set<Long> links(Page page, String selector) {
		return page.html()
			.select(selector)
			.eachAttr("href")
			.stream()
			.map((href) -> href.replaceAll("^/incidents/(\\d+).*", "$1"))
			.map(Long::valueOf)
			.collect(Collectors.toSet());
	}

}
