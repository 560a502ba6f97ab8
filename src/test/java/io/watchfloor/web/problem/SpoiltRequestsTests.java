package io.watchfloor.web.problem;

import java.util.List;

import io.watchfloor.support.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Parameters, cookies, forms and texts that were spoilt at random, the same in every run.
 */
@Timeout(120)
class SpoiltRequestsTests {

	@Test
	void everyQueryIsAViewOrNamesTheParameterThatIsWrong() {
		new Mutations(List.of(
				"status=Active&severity=High&severity=Medium&q=power+shell&range=7d&sort=-severity&page=2&size=100",
				"from=2026-11-01&to=2026-11-23T10:00:00Z&assignedTo=me&tag=%F0%9F%98%80", "page=00001&size=&q=%20%20",
				"technique=T1059.001&asset=ws-01&group=&threat=x&from=2026-11-23T14:00"))
			.tryOut(20_000, SpoiltRequests::query);
	}

	@Test
	void everyCookieIsATheme() {
		new Mutations(List.of("compact.local.-sources.-tags", "-created", "dark", "light", "...", "-")).tryOut(10_000,
				SpoiltRequests::theme);
	}

	@Test
	void everyFormGoesBackToAPageHere() {
		new Mutations(List.of("/incidents?q=a%20b#c", "/", "//evil.example", "https://evil.example", "/a/../b;c"))
			.tryOut(20_000, SpoiltRequests::back);
	}

	@Test
	void noForeignTextHidesAnything() {
		new Mutations(
				List.of("=HYPERLINK(\"x\")", " \t\u200b+1", "invoice\u202efdp.exe", "plain text", "-2+3", "\uFF1D1"))
			.tryOut(20_000, SpoiltRequests::foreignText);
	}

}
