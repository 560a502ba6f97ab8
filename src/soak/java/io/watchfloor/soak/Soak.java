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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.entra.EntraClient;
import io.watchfloor.support.Nodes;

/**
 * A team at work while everything around fails at random. Watchfloor runs with the call
 * budget that it has by default, because the API of the sandbox enforces it: fifty
 * analysts share 50 list calls a minute, as they would with the real one. Access tokens
 * last 70 s, of which Watchfloor uses 10 s before it refreshes, and the API may take 20 s
 * for an answer, so that ten minutes see as much of both as a day does. An administrator
 * has consented to changing incidents, which analysts do all the while, and
 * {@link Attackers} try to stop it. Several nodes share a Redis that fails too, and are
 * restarted one after the other.
 */
public final class Soak {

	private static final int PERIODS = 10;

	/**
	 * How many incidents everybody sees, where there is one node.
	 */
	private static final int SHARED_INCIDENTS = 300;

	/**
	 * The time between two attacks on one node.
	 */
	private static final Duration ATTACKS = Duration.ofMillis(5);

	/**
	 * Several nodes, with Redis and all that asks them, have no more processors than one
	 * has, and each reads the queue of everybody. So they are attacked less often, and
	 * there is less to read.
	 */
	private static final int LESS_FOR_NODES = 4;

	/**
	 * How long everybody works on after the last fault: longer than any aftermath.
	 */
	private static final Duration CALM = Duration.ofSeconds(90);

	/**
	 * When nodes are restarted, after everybody has come: early enough for the heaps of the
	 * second third of the time to be those of the processes of the last.
	 */
	private static final double RESTART = 0.12;

	/**
	 * With several nodes, how long it takes from an analyst's last request until all nodes
	 * have forgotten a session that Redis lost, a minute included: longer than the last in
	 * the last round waits.
	 */
	private static final Duration IDLE_END = Duration.ofMinutes(5);

	/**
	 * With several nodes, how long everybody waits for the last round: in the minute
	 * before, the team has used up the calls that the API grants.
	 */
	private static final Duration WINDOW = Duration.ofSeconds(65);

	/**
	 * With several nodes, the time from one analyst's last round to the next one's.
	 */
	private static final Duration TURN = Duration.ofSeconds(4);

	private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(70);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Report report = new Report(System.out);

	private final Sandbox sandbox;

	private final DefenderControls defender;

	private final Duration length;

	private final int analysts;

	private final int nodes;

	private final int less;

	private final long seed;

	private final FaultSchedule schedule;

	private final AnswerChecker checker;

	private final AnalystSeats seats;

	private final WriteLedger ledger = new WriteLedger();

	private Soak(Duration length, int analysts, int nodes, long seed) {
		this.length = length;
		this.analysts = analysts;
		this.nodes = nodes;
		this.seed = seed;
		this.less = (nodes > 1) ? LESS_FOR_NODES : 1;
		this.sandbox = Sandbox.start(new SandboxOptions(0, SHARED_INCIDENTS / this.less, true, List.of(), true));
		this.defender = this.sandbox.bean(DefenderControls.class);
		this.schedule = new FaultSchedule(this.sandbox, seed);
		this.checker = new AnswerChecker(this.schedule, this.defender);
		this.seats = new AnalystSeats(this.defender, analysts);
	}

	/**
	 * Soak, and fail when a promise is broken.
	 * @param arguments Watchfloor's jar, the length such as {@code PT10M}, the number of
	 * analysts and of nodes, and optionally the seed
	 */
	public static void main(String[] arguments) throws Exception {
		long seed = (arguments.length > 4) ? Long.parseLong(arguments[4]) : System.nanoTime();
		Soak soak = new Soak(Duration.parse(arguments[1]), Integer.parseInt(arguments[2]),
				Integer.parseInt(arguments[3]), seed);
		boolean good = soak.run(Path.of(arguments[0]));
		System.exit(good ? 0 : 1);
	}

	private boolean run(Path jar) throws Exception {
		this.report.line("Soak: %d analysts, %d nodes, %s, seed %d, Java %s, %d processors", this.analysts, this.nodes,
				this.length, this.seed, Runtime.version(), Runtime.getRuntime().availableProcessors());
		prepare();
		try (SoakNodes watchfloor = start(jar)) {
			ProcessStats before = watchfloor.stats();
			List<AnalystAtWork> team = team(watchfloor.origin());
			Attackers attackers = new Attackers(watchfloor.origin(), ATTACKS.multipliedBy(this.less));
			this.threads.execute(attackers);
			List<ProcessStats> periods = storm(watchfloor, team);
			attackers.stop();
			this.report.line("%n%d requests of attackers", attackers.requests());
			List<Answer> failed = calm(team);
			ProcessStats after = signOut(watchfloor, team, before);
			tell(new SoakResult(this.nodes, before, periods, after, failed), watchfloor.faults());
			if (watchfloor.shared() != null) {
				tellOfNodes(watchfloor, team);
			}
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

	private SoakNodes start(Path jar) throws IOException, InterruptedException {
		Map<String, String> settings = new HashMap<>(this.sandbox.settings(EntraClient.CERTIFICATE));
		settings.put("DEFENDER_TIMEOUT", FaultKind.API_TIMEOUT.toSeconds() + "s");
		settings.put("WATCHFLOOR_TRIAGE", "true");
		if (this.nodes > 1) {
			settings.put("SERVER_SERVLET_SESSION_TIMEOUT", IDLE_END.toSeconds() + "s");
		}
		SoakNodes watchfloor = SoakNodes.start(jar, this.nodes, settings);
		this.sandbox.registerRedirect(watchfloor.origin() + "/login/oauth2/code/entra");
		this.sandbox.registerRedirect(watchfloor.origin() + "/");
		return watchfloor;
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
	private List<ProcessStats> storm(SoakNodes watchfloor, List<AnalystAtWork> team) throws Exception {
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
		Nodes shared = watchfloor.shared();
		Future<?> restart = CompletableFuture.completedFuture(null);
		if (shared != null) {
			start(() -> {
				new RedisFaults(shared.redis(), this.schedule, this.seed).run(start.plus(this.length));
				return null;
			});
			restart = this.threads.submit(() -> {
				TimeUnit.MILLISECONDS.sleep((long) (this.length.toMillis() * RESTART));
				watchfloor.restart(this.schedule);
				return null;
			});
		}
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
		restart.get();
		return periods;
	}

	private void start(Callable<?> work) {
		this.threads.execute(() -> {
			try {
				work.call();
			}
			catch (Exception ex) {
				this.report.promise("The soak itself works", false, ex.toString());
			}
		});
	}

	private void arrive(List<AnalystAtWork> team, Duration within) throws InterruptedException {
		for (AnalystAtWork analyst : team) {
			this.threads.execute(analyst);
			TimeUnit.MILLISECONDS.sleep(within.toMillis() / team.size());
		}
	}

	/**
	 * Everybody works on without faults, then opens one page of each kind, one after
	 * the other so that the calls suffice: each node reads a queue of its own for each.
	 * @return the pages that did not work
	 */
	private List<Answer> calm(List<AnalystAtWork> team) throws InterruptedException {
		TimeUnit.SECONDS.sleep(CALM.toSeconds());
		team.forEach(AnalystAtWork::stop);
		TimeUnit.SECONDS.sleep((this.nodes > 1) ? WINDOW.toSeconds() : 5);
		List<Answer> failed = new ArrayList<>();
		for (AnalystAtWork analyst : team) {
			failed.addAll(analyst.lastRound());
			TimeUnit.SECONDS.sleep((this.nodes > 1) ? TURN.toSeconds() : 1);
		}
		return failed;
	}

	/**
	 * Everybody signs out; what they held is gone within a minute, or where Redis lost
	 * sessions, when these would have ended.
	 */
	private ProcessStats signOut(SoakNodes watchfloor, List<AnalystAtWork> team, ProcessStats before)
			throws IOException, InterruptedException {
		team.forEach(AnalystAtWork::signOut);
		ProcessStats after = watchfloor.stats();
		Duration patience = (this.nodes > 1) ? IDLE_END.plusMinutes(2) : Duration.ofMinutes(1);
		for (int i = 0; i < patience.toSeconds() / 3 && !after.isEmptyAgain(before); i++) {
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

	private void tellOfNodes(SoakNodes watchfloor, List<AnalystAtWork> team) {
		List<SignInAgain> signIns = team.stream().flatMap((analyst) -> analyst.signInsAgain().stream()).toList();
		List<SignInAgain> lost = signIns.stream().filter((signIn) -> !this.schedule.explains(signIn)).toList();
		this.report.nodes(lost, signIns.size() - lost.size(), watchfloor.sessionsInRedis());
	}

}
