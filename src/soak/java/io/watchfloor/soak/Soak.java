package io.watchfloor.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.entra.EntraClient;

/**
 * A team at work while everything around fails at random. Watchfloor runs with the call
 * budget that it has by default, because the API of the sandbox enforces it: fifty
 * analysts share 50 list calls a minute, as they would with the real one. Access tokens
 * last 70 s, of which Watchfloor uses 10 s before it refreshes, and the API may take 10 s
 * for an answer, so that ten minutes see as much of both as a day does. An administrator
 * has consented to changing incidents, which analysts do all the while, and
 * {@link Attackers} try to stop it.
 */
public final class Soak {

	private static final int PERIODS = 10;

	private static final int SHARED_INCIDENTS = 300;

	/**
	 * How long everybody works on after the last fault: longer than any aftermath.
	 */
	private static final Duration CALM = Duration.ofSeconds(90);

	private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(70);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Report report = new Report(System.out);

	private final Sandbox sandbox = Sandbox.start(new SandboxOptions(0, SHARED_INCIDENTS, true, List.of(), true));

	private final DefenderControls defender = this.sandbox.bean(DefenderControls.class);

	private final Duration length;

	private final int analysts;

	private final long seed;

	private final FaultSchedule schedule;

	private final AnswerChecker checker;

	private final AnalystSeats seats;

	private final WriteLedger ledger = new WriteLedger();

	private Soak(Duration length, int analysts, long seed) {
		this.length = length;
		this.analysts = analysts;
		this.seed = seed;
		this.schedule = new FaultSchedule(this.sandbox, seed);
		this.checker = new AnswerChecker(this.schedule, this.defender);
		this.seats = new AnalystSeats(this.defender, analysts);
	}

	/**
	 * Soak, and fail when a promise is broken.
	 * @param arguments Watchfloor's jar, the length such as {@code PT10M}, the number of
	 * analysts, and optionally the seed
	 */
	public static void main(String[] arguments) throws Exception {
		long seed = (arguments.length > 3) ? Long.parseLong(arguments[3]) : System.nanoTime();
		Soak soak = new Soak(Duration.parse(arguments[1]), Integer.parseInt(arguments[2]), seed);
		boolean good = soak.run(Path.of(arguments[0]));
		System.exit(good ? 0 : 1);
	}

	private boolean run(Path jar) throws Exception {
		this.report.line("Soak: %d analysts, %s, seed %d, Java %s, %d processors", this.analysts, this.length,
				this.seed, Runtime.version(), Runtime.getRuntime().availableProcessors());
		prepare();
		try (WatchfloorJar watchfloor = start(jar)) {
			ProcessStats before = watchfloor.stats();
			List<AnalystAtWork> team = team(watchfloor.origin());
			Attackers attackers = new Attackers(watchfloor.origin());
			this.threads.execute(attackers);
			List<ProcessStats> periods = storm(watchfloor, team);
			attackers.stop();
			this.report.line("%n%d requests of attackers", attackers.requests());
			List<Answer> failed = calm(team);
			ProcessStats after = signOut(watchfloor, team, before);
			tell(new SoakResult(before, periods, after, failed), watchfloor.faults());
		}
		finally {
			this.threads.shutdownNow();
			this.sandbox.close();
		}
		return this.report.isGood();
	}

	private void prepare() {
		this.defender.quota(true, false);
		this.sandbox.entra().accessTokenLifetime(TOKEN_LIFETIME);
		this.sandbox.entra().consents().giveForEverybody(SandboxApi.DEFENDER);
		this.seats.fill(this.defender.visibleTo(SandboxAccount.ANALYST)
			.stream()
			.filter((id) -> id > 1_000_000 && this.defender.incident(id).path("alerts").size() > 0)
			.toList());
	}

	private WatchfloorJar start(Path jar) throws IOException, InterruptedException {
		int port = WatchfloorJar.freePort();
		this.sandbox.registerRedirect("http://localhost:" + port + "/login/oauth2/code/entra");
		this.sandbox.registerRedirect("http://localhost:" + port + "/");
		Map<String, String> settings = new HashMap<>(this.sandbox.settings(EntraClient.CERTIFICATE));
		settings.put("DEFENDER_TIMEOUT", FaultKind.API_TIMEOUT.toSeconds() + "s");
		settings.put("WATCHFLOOR_TRIAGE", "true");
		return WatchfloorJar.start(jar, port, settings);
	}

	private List<AnalystAtWork> team(String origin) {
		return IntStream.rangeClosed(1, this.analysts)
			.mapToObj((desk) -> new AnalystAtWork(desk, origin, this.seats, this.checker, this.ledger, this.seed,
					this.threads))
			.toList();
	}

	/**
	 * Everybody comes to work within the first tenth; faults come and go until the end.
	 */
	private List<ProcessStats> storm(WatchfloorJar watchfloor, List<AnalystAtWork> team) throws Exception {
		Instant start = Instant.now();
		Duration period = this.length.dividedBy(PERIODS);
		start(() -> {
			this.schedule.runAtDefender(start.plus(this.length));
			return null;
		});
		start(() -> {
			this.schedule.runAtEntra(start.plus(this.length));
			return null;
		});
		start(() -> {
			arrive(team, period);
			return null;
		});
		List<ProcessStats> periods = new ArrayList<>();
		Random random = new Random(this.seed);
		while (periods.size() < PERIODS) {
			TimeUnit.SECONDS.sleep(1);
			this.seats.work(random);
			watchfloor.countThreads();
			if (!Instant.now().isBefore(start.plus(period.multipliedBy(periods.size() + 1)))) {
				periods.add(watchfloor.stats());
				this.report.progress(periods.size(), PERIODS, this.checker);
			}
		}
		return periods;
	}

	private void start(Callable<?> work) {
		this.threads.submit(work);
	}

	private void arrive(List<AnalystAtWork> team, Duration within) throws InterruptedException {
		for (AnalystAtWork analyst : team) {
			this.threads.execute(analyst);
			TimeUnit.MILLISECONDS.sleep(within.toMillis() / team.size());
		}
	}

	/**
	 * Everybody works on without faults, then opens one page of each kind, one after
	 * the other so that the calls suffice.
	 * @return the pages that did not work
	 */
	private List<Answer> calm(List<AnalystAtWork> team) throws InterruptedException {
		TimeUnit.SECONDS.sleep(CALM.toSeconds());
		team.forEach(AnalystAtWork::stop);
		TimeUnit.SECONDS.sleep(5);
		List<Answer> failed = new ArrayList<>();
		for (AnalystAtWork analyst : team) {
			failed.addAll(analyst.lastRound());
			TimeUnit.SECONDS.sleep(1);
		}
		return failed;
	}

	/**
	 * Everybody signs out; what they held is gone within a minute.
	 */
	private ProcessStats signOut(WatchfloorJar watchfloor, List<AnalystAtWork> team, ProcessStats before)
			throws IOException, InterruptedException {
		team.forEach(AnalystAtWork::signOut);
		ProcessStats after = watchfloor.stats();
		for (int i = 0; i < 20 && !after.isEmptyAgain(before); i++) {
			TimeUnit.SECONDS.sleep(3);
			after = watchfloor.stats();
		}
		return after;
	}

	private void tell(SoakResult result, List<String> faults) {
		this.report.progress(PERIODS, PERIODS, this.checker);
		this.report.requests(this.checker);
		this.report.faults(this.schedule.windows());
		this.report.line(
				"%n%d calls of the API, %d refreshes of tokens, %d sign-ins, %d pages with a notice that they are old%n",
				this.defender.callCount(), this.sandbox.entra().refreshes(),
				this.sandbox.entra().authorizeRequests().size(), this.checker.notices());
		this.report.periods(result);
		this.report.promises(this.checker, result, faults);
		this.report.writes(this.ledger, this.defender.writes().done());
		this.report.promise("The API never had to refuse a call over its quota", this.defender.refusedByQuota() == 0,
				this.defender.refusedByQuota() + " of " + this.defender.callCount() + " calls");
	}

}
