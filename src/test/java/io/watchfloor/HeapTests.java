package io.watchfloor;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.watchfloor.Visitor.Page;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Twenty analysts with 20,000 incidents each in 256 MB, in a process of its own:
 * {@code ./mvnw -Pheap verify}. It ends at once when memory runs out.
 */
@Tag("heap")
class HeapTests {

	private static final int INCIDENTS = 20_000;

	private static final int ANALYSTS = 20;

	private static final String EVERYTHING = "/incidents?range=180d&size=25";

	@Test
	void twentyAnalystsReadEverythingAndFilterSortSearchAndExportIt() throws Exception {
		read(Map.of(), (page) -> {
			assertThat(page.html().select("[data-cut]")).isEmpty();
			assertThat(page.html().select("tbody tr")).hasSize(25);
		}, INCIDENTS / 2);
	}

	@Test
	void aQueueThatWouldNotFitIsCutWithAWordAboutIt() throws Exception {
		read(Map.of("WATCHFLOOR_QUEUE_LIMIT", "6MB"),
				(page) -> assertThat(page.html().select("[data-cut]").text()).contains("back to"), 2_000);
	}

	private static void read(Map<String, String> settings, Consumer<Page> check, int least) throws Exception {
		int port = WatchfloorProcess.freePort();
		String origin = "http://localhost:" + port;
		try (Sandbox sandbox = Sandbox.start(
				new SandboxOptions(0, INCIDENTS, false, List.of(origin + "/login/oauth2/code/entra", origin + "/")))) {
			ExecutorService people = Executors.newFixedThreadPool(ANALYSTS);
			try (WatchfloorProcess watchfloor = start(sandbox, port, settings)) {
				List<Callable<Page>> work = IntStream.range(0, ANALYSTS)
					.<Callable<Page>>mapToObj((i) -> () -> readAll(new Visitor(origin), i, least))
					.toList();
				for (Future<Page> page : people.invokeAll(work)) {
					check.accept(page.get());
				}
				assertThat(watchfloor.isAlive()).isTrue();
			}
			finally {
				people.shutdownNow();
			}
		}
	}

	private static Page readAll(Visitor visitor, int number, int least) {
		visitor.signIn((number % 2 == 0) ? SandboxAccount.LEAD : SandboxAccount.ANALYST, "/token");
		Page page = visitor.open(EVERYTHING);
		for (int step = 0; step < 3 * INCIDENTS / 100 && !page.html().select("[data-reading]").isEmpty(); step++) {
			page = visitor.open(EVERYTHING);
		}
		for (String view : List.of("&sort=attention", "&severity=High&status=Active", "&q=endpoint", "&sort=name")) {
			assertThat(visitor.open(EVERYTHING + view).status()).isEqualTo(200);
		}
		assertThat(visitor.open("/incidents.csv?range=180d").text().lines()).hasSizeGreaterThan(least);
		return page;
	}

	private static WatchfloorProcess start(Sandbox sandbox, int port, Map<String, String> settings) throws IOException {
		Map<String, String> all = new HashMap<>(sandbox.settings());
		all.putAll(settings);
		all.putAll(Map.of("DEFENDER_CALLS_PER_MINUTE", "1000000", "DEFENDER_CALLS_PER_HOUR", "1000000",
				"WATCHFLOOR_FRESHNESS", "10m"));
		return WatchfloorProcess.start(port, all, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
	}

}
