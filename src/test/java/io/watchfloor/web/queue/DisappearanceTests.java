package io.watchfloor.web.queue;

import java.time.Duration;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An incident that Defender lists no longer leaves an open page, although nobody opens it
 * and no change tells.
 */
@TestPropertySource(properties = "WATCHFLOOR_FRESHNESS=50ms")
class DisappearanceTests extends SandboxTest {

	private static final String QUEUE = "/incidents?range=180d&size=200";

	@Test
	void whatIsGoneLeavesTheOpenPageAndEverythingElseStays() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		Awaitility.await().until(() -> visitor.open(QUEUE).html().select("[data-reading]").isEmpty());
		Page page = visitor.open(QUEUE);
		int incidents = incidents(page);
		long gone = defender().visibleTo(SandboxAccount.LEAD).get(20);
		assertThat(shows(page, gone)).isTrue();
		defender().remove(gone);
		Page left = Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> poll(visitor), (polled) -> polled.status() == 200 && !shows(polled, gone));
		assertThat(incidents(left)).isEqualTo(incidents - 1);
	}

	private static Page poll(Visitor visitor) {
		return visitor.ask(QUEUE, "If-None-Match", "\"what it was before\"");
	}

	private static boolean shows(Page page, long id) {
		Element row = page.html().getElementById("incident-" + id);
		return row != null;
	}

	private static int incidents(Page page) {
		return Integer.parseInt(page.html().select(".page-head p").text().replaceAll(" .*|,", ""));
	}

}
