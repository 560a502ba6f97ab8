package io.watchfloor.web.queue;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.PageTest;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the queue's page says where it cannot show everything.
 */
@PageTest(QueueNoticesTests.States.class)
@Import(QueueNoticesTests.States.class)
class QueueNoticesTests {

	private final MockMvcTester mvc;

	@Autowired
	QueueNoticesTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void aQueueThatMemoryCutSaysHowFarBackItGoesAndWhatToDo() throws Exception {
		Document cut = page("/cut");
		assertThat(cut.select("[data-cut]").text())
			.startsWith("Older incidents are missing: 1,300 read, back to 12 November,")
			.endsWith("Choose a shorter range to see it whole, with correct counts.");
		assertThat(cut.select("[data-reading]")).isEmpty();
		assertThat(page("/whole").select("[data-cut]")).isEmpty();
	}

	@Test
	void aQueueOfWhichSomeCannotBeReadSaysHowMany() throws Exception {
		assertThat(page("/unreadable").select("[data-unreadable]").text()).startsWith("2 incidents cannot be read:");
		assertThat(page("/whole").select("[data-unreadable]")).isEmpty();
	}

	@Test
	void aQueueThatCameInPartSaysSoAndWhen() throws Exception {
		assertThat(page("/partial").select("[data-partial]").text())
			.startsWith("Incidents or alerts may be missing: at")
			.contains("UTC some of Microsoft’s services did not answer");
		assertThat(page("/whole").select("[data-partial]")).isEmpty();
	}

	@Test
	void withoutScriptsAPageComesAgainByItselfOnlyUntilItHasSomethingToShow() throws Exception {
		Document unread = page("/unread");
		assertThat(unread.select("head noscript").html()).contains("http-equiv=\"refresh\"", "content=\"3\"");
		assertThat(unread.select("[data-reading]").text()).isEqualTo("Reading the newest incidents");
		assertThat(unread.select(".empty").text()).startsWith("None so far.");
		assertThat(page("/whole").select("head noscript, [data-reading]")).isEmpty();
	}

	@Test
	void aQueueThatCannotBeRefreshedSaysWhyAndHowOldItIs() throws Exception {
		Document stale = page("/stale");
		assertThat(stale.select("[role=alert]:not([hidden])").text()).isEqualTo("Defender does not answer. "
				+ "What is shown was read before, as of 14:03:10 UTC. Every refresh asks again.");
		assertThat(stale.select(".page-head > p.soft").text()).endsWith("as of 14:03:10 UTC, 3 min ago");
		assertThat(page("/whole").select(".page-head > p.soft").text()).endsWith("as of 14:03:10 UTC");
	}

	private Document page(String address) throws Exception {
		MvcTestResult answer = this.mvc.get().uri(address).with(Visitors.signedIn(SandboxAccount.ANALYST)).exchange();
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

	/**
	 * Pages of a queue without incidents, in states that a real one is seldom in.
	 */
	@Controller
	static class States {

		private static final Viewpoint NOBODY = new Viewpoint(Set.of(), QueueIncidents.NOW, AttentionSettings.DEFAULT);

		@GetMapping("/cut")
		String cut(Model model) {
			Instant backTo = Instant.parse("2026-11-12T08:00:00Z");
			return page(model, new QueueState(QueueIncidents.NOW, 1300, backTo, false, false, null, false, true, 0));
		}

		@GetMapping("/unreadable")
		String unreadable(Model model) {
			return page(model, new QueueState(QueueIncidents.NOW, 0, null, true, true, null, false, false, 2));
		}

		@GetMapping("/partial")
		String partial(Model model) {
			return page(model, new QueueState(QueueIncidents.NOW, 0, null, true, true, null, false, false, 0, null,
					QueueIncidents.NOW));
		}

		@GetMapping("/unread")
		String unread(Model model) {
			return page(model, new QueueState(null, 0, null, false, false, null, false, false, 0));
		}

		@GetMapping("/stale")
		String stale(Model model) {
			return page(model, new QueueState(QueueIncidents.NOW, 0, null, true, true, SampleFailures.unavailable(),
					false, false, 0));
		}

		@GetMapping("/whole")
		String whole(Model model) {
			return page(model, new QueueState(QueueIncidents.NOW, 0, null, true, true, null, false, false, 0));
		}

		private static String page(Model model, QueueState state) {
			model.addAttribute("queue",
					QueuePage.of(StandardView.PATH, new Selection(IncidentQuery.DEFAULT, 0, List.of()), NOBODY,
							Freshness.of(state, QueueIncidents.NOW.plusSeconds(200)), SourceDetails.ALL));
			model.addAttribute("menus", new FilterMenus(List.of(), List.of()));
			model.addAttribute("live", new QueueLive("\"1\"", null, 0, "", 30));
			model.addAttribute("calls", "");
			model.addAttribute("layout", QueueLayout.of(""));
			model.addAttribute("portal", "");
			return "queue/queue";
		}

	}

}
