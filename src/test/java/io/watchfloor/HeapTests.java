package io.watchfloor;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.SmallWatchfloor;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Twenty analysts with 20,000 incidents each, and 256 MB for all of them:
 * {@code ./mvnw -Pheap verify}. What it prints are the figures of the last run.
 */
@IntegrationTest
@Tag("heap")
class HeapTests {

	private static final int INCIDENTS = 20_000;

	private static final int ANALYSTS = 20;

	private static final int HEAP = 256;

	/**
	 * Less than what twenty queues with all their columns take.
	 */
	private static final int SMALLER_HEAP = 200;

	private static final int DAYS = 180;

	private static final String EVERYTHING = "/incidents?range=180d";

	private static final List<String> VIEWS = List.of("&severity=High&status=Active", "&sort=attention",
			"&sort=name&page=200", "&sort=-severity", "&sort=assignee", "&sort=-assets&size=200", "&sort=created",
			"&q=endpoint", "&q=contoso+powershell&size=200");

	@Test
	void equalIncidentsOfAllFit() throws Exception {
		try (Sandbox sandbox = sandbox(INCIDENTS); SmallWatchfloor watchfloor = SmallWatchfloor.start(sandbox, HEAP)) {
			List<Work> team = work(watchfloor, (number) -> SandboxAccount.LEAD);
			assertThat(team).allSatisfy((work) -> {
				assertThat(work.cut()).isEmpty();
				assertThat(work.missing()).isEmpty();
				assertThat(work.file()).doesNotContain("partial");
				assertThat(work.exported()).isGreaterThanOrEqualTo(INCIDENTS);
			});
			assertThat(tell("Equal incidents", team, watchfloor).incidents()).isLessThan(2 * INCIDENTS);
		}
	}

	@Test
	void ofDifferentIncidentsThatDoNotFitTheOldestAreCutWithAWordAboutIt() throws Exception {
		try (Sandbox sandbox = sandbox(2 * INCIDENTS);
				SmallWatchfloor watchfloor = SmallWatchfloor.start(sandbox, HEAP)) {
			DefenderControls defender = sandbox.bean(DefenderControls.class);
			defender.tellApart();
			assertThat(defender.visibleTo(SandboxAccount.desk(1))).hasSizeGreaterThan(INCIDENTS);
			List<Work> team = work(watchfloor, SandboxAccount::desk);
			assertThat(team).allSatisfy((work) -> {
				assertThat(work.cut()).startsWith("Older incidents are missing: ").contains("read, back to");
				assertThat(work.missing()).contains("read, back to");
				assertThat(work.file()).contains("-partial.csv");
				assertThat(work.exported()).isGreaterThan(1_000);
			});
			tell("Different incidents", team, watchfloor);
		}
	}

	@Test
	void nearlyEqualIncidentsOfAllFitIntoLess() throws Exception {
		try (Sandbox sandbox = sandbox(3 * INCIDENTS / 2);
				SmallWatchfloor watchfloor = SmallWatchfloor.start(sandbox, SMALLER_HEAP)) {
			DefenderControls defender = sandbox.bean(DefenderControls.class);
			for (int desk = 1; desk <= ANALYSTS; desk++) {
				addOneADay(defender, desk);
			}
			assertThat(defender.visibleTo(SandboxAccount.desk(1))).hasSizeGreaterThan(INCIDENTS);
			List<Work> team = work(watchfloor, SandboxAccount::desk);
			assertThat(team).allSatisfy((work) -> {
				assertThat(work.cut()).isEmpty();
				assertThat(work.exported()).isGreaterThanOrEqualTo(INCIDENTS);
			});
			tell("Nearly equal incidents", team, watchfloor);
		}
	}

	/**
	 * Let there be an incident on each day that one desk sees and no other: no day of one
	 * analyst equals that of another.
	 */
	private static void addOneADay(DefenderControls defender, int desk) {
		for (int day = 0; day < DAYS; day++) {
			Instant time = Instant.now().minus(Duration.ofDays(day)).truncatedTo(ChronoUnit.SECONDS);
			defender.addJson("""
					{"incidentId": %d, "incidentName": "Of one desk", "createdTime": "%s", "lastUpdateTime": "%s",
					"status": "Active", "severity": "High", "alerts": [{"alertId": "da1_1", "title": "Of one desk",
					"devices": [{"deviceDnsName": "ws.contoso.com", "rbacGroupName": "%s"}], "entities": []}]}
					""".formatted(DAYS * desk + day, time, time, SandboxAccount.deskGroup(desk)));
		}
	}

	private static Sandbox sandbox(int incidents) {
		return Sandbox.start(new SandboxOptions(0, incidents, false, List.of(), true));
	}

	private static List<Work> work(SmallWatchfloor watchfloor, IntFunction<SandboxAccount> account) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(ANALYSTS);
		try {
			List<Callable<Work>> work = IntStream.rangeClosed(1, ANALYSTS)
				.<Callable<Work>>mapToObj((number) -> () -> work(watchfloor.visitor(), account.apply(number)))
				.toList();
			List<Work> done = new ArrayList<>();
			for (Future<Work> one : people.invokeAll(work)) {
				done.add(one.get());
			}
			return done;
		}
		finally {
			people.shutdownNow();
		}
	}

	/**
	 * Sign in, leave the page open until it has read what it can, then filter, sort,
	 * search, open an incident, look at the dashboard and export everything.
	 */
	private static Work work(Visitor visitor, SandboxAccount account) throws IOException {
		Page queue = readAll(visitor, signIn(visitor, account));
		VIEWS.forEach((view) -> good(visitor.open(EVERYTHING + view)));
		good(visitor.open(queue.html().select("tbody a[href*=/incidents/]").attr("href")));
		good(visitor.open("/?range=180d"));
		Page export = good(visitor.open(EVERYTHING.replace("?", ".csv?")));
		long rows = CSVFormat.RFC4180.parse(new StringReader(export.text().substring(1))).stream().count() - 1;
		return new Work(rows, queue.html().select("[data-cut]").text(),
				export.headers().firstValue("X-Incidents-Missing").orElse(""),
				export.headers().firstValue("Content-Disposition").orElse(""));
	}

	private static Page signIn(Visitor visitor, SandboxAccount account) {
		Page accounts = visitor.open(EVERYTHING);
		Page chosen = visitor.post(accounts.uri().resolve(accounts.html().select("form").attr("action")).toString(),
				Map.of("query", accounts.html().select("input[name=query]").val(), "account", account.name()));
		return good(visitor.open(chosen.uri().resolve(chosen.location()).toString()));
	}

	private static Page readAll(Visitor visitor, Page first) {
		Page page = first;
		for (int poll = 0; poll < 1_000 && page.text().contains(" data-reading>"); poll++) {
			Page answer = visitor.ask(EVERYTHING, "If-None-Match", page.headers().firstValue("ETag").orElse(""));
			page = (answer.status() == 304) ? page : good(answer);
		}
		assertThat(page.text()).doesNotContain(" data-reading>");
		return page;
	}

	private static Page good(Page page) {
		assertThat(page.status()).as(page.uri().toString()).isEqualTo(200);
		return page;
	}

	/**
	 * Print what came out, while everybody is still signed in.
	 */
	private static SmallWatchfloor.Held tell(String title, List<Work> team, SmallWatchfloor watchfloor)
			throws IOException {
		SmallWatchfloor.Held held = watchfloor.held();
		System.out.printf(
				"%n%s: %.1f MB of heap in use, %,d different incidents in %d queues, %d emergency collections%n", title,
				held.bytes() / 1e6, held.incidents(), held.queues(), watchfloor.emergencies());
		team.forEach((work) -> System.out.printf("  %,6d incidents exported, %s, %s%n", work.exported(),
				work.missing().isEmpty() ? "none missing" : work.missing(), work.cut()));
		assertThat(held.queues()).isEqualTo(ANALYSTS);
		assertThat(watchfloor.faults()).isEmpty();
		return held;
	}

	/**
	 * What an analyst got.
	 *
	 * @param exported how many incidents the export held
	 * @param cut what the page says where older ones are missing
	 * @param missing what the export says there
	 * @param file the export's name
	 */
	private record Work(long exported, String cut, String missing, String file) {
	}

}
