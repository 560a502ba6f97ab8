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
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.entra.EntraClient;

/**
 * A team at work while everything around fails at random. Watchfloor runs with the call
 * budget that it has by default, because the API of the sandbox enforces it: fifty
 * analysts share 50 list calls a minute, as they would with the real one. Access tokens
 * last 70 s, of which Watchfloor uses 10 s before it refreshes, and the API may take 10 s
 * for an answer, so that ten minutes see as much of both as a day does.
 */
public final class Soak {

	private static final int PERIODS = 10;

	private static final int SHARED_INCIDENTS = 300;

	/**
	 * How long after the last trouble everybody still works: longer than any aftermath.
	 */
	private static final Duration CALM = Duration.ofSeconds(90);

	private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(70);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Report report = new Report(System.out);

	private final Sandbox sandbox = Sandbox.start(new SandboxOptions(0, SHARED_INCIDENTS, true, List.of()));

	private final DefenderControls defender = this.sandbox.bean(DefenderControls.class);

	private final Duration length;

	private final int analysts;

	private final long seed;

	private final FaultSchedule weather;

	private final Judge judge;

	private final AnalystSeats desks;

	private Soak(Duration length, int analysts, long seed) {
		this.length = length;
		this.analysts = analysts;
		this.seed = seed;
		this.weather = new FaultSchedule(this.sandbox, seed);
		this.judge = new Judge(this.weather, this.defender);
		this.desks = new AnalystSeats(this.defender, analysts);
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
		try (Product product = start(jar)) {
			ProcessStats before = product.vitals();
			List<AnalystAtWork> team = team(product.origin());
			List<ProcessStats> periods = storm(product, team);
			List<Answer> failed = calm(team);
			ProcessStats after = signOut(product, team, before);
			tell(new Course(before, periods, after, failed), product.faults());
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
		this.desks.furnish(this.defender.visibleTo(SandboxAccount.ANALYST)
			.stream()
			.filter((id) -> id > 1_000_000 && this.defender.incident(id).path("alerts").size() > 0)
			.toList());
	}

	private Product start(Path jar) throws IOException, InterruptedException {
		int port = Product.freePort();
		this.sandbox.registerRedirect("http://localhost:" + port + "/login/oauth2/code/entra");
		this.sandbox.registerRedirect("http://localhost:" + port + "/");
		Map<String, String> settings = new HashMap<>(this.sandbox.settings(EntraClient.CERTIFICATE));
		settings.put("DEFENDER_TIMEOUT", Trouble.API_TIMEOUT.toSeconds() + "s");
		return Product.start(jar, port, settings);
	}

	private List<AnalystAtWork> team(String origin) {
		return IntStream.rangeClosed(1, this.analysts)
			.mapToObj((desk) -> new AnalystAtWork(desk, origin, this.desks, this.judge, this.seed, this.threads))
			.toList();
	}

	/**
	 * Everybody comes to work within the first tenth; troubles come and go until the end.
	 */
	private List<ProcessStats> storm(Product product, List<AnalystAtWork> team) throws Exception {
		Instant start = Instant.now();
		Duration period = this.length.dividedBy(PERIODS);
		start(() -> {
			this.weather.atDefender(start.plus(this.length));
			return null;
		});
		start(() -> {
			this.weather.atEntra(start.plus(this.length));
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
			this.desks.work(random);
			product.countThreads();
			if (!Instant.now().isBefore(start.plus(period.multipliedBy(periods.size() + 1)))) {
				periods.add(product.vitals());
				this.report.progress(periods.size(), PERIODS, this.judge);
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
	 * Everybody works on without troubles, then opens one page of each kind, one after
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
	private ProcessStats signOut(Product product, List<AnalystAtWork> team, ProcessStats before)
			throws IOException, InterruptedException {
		team.forEach(AnalystAtWork::signOut);
		ProcessStats after = product.vitals();
		for (int i = 0; i < 20 && !after.isEmptyAgain(before); i++) {
			TimeUnit.SECONDS.sleep(3);
			after = product.vitals();
		}
		return after;
	}

	private void tell(Course course, List<String> faults) {
		this.report.progress(PERIODS, PERIODS, this.judge);
		this.report.requests(this.judge);
		this.report.troubles(this.weather.spells());
		this.report.line(
				"%n%d calls of the API, %d refreshes of tokens, %d sign-ins, %d pages with a notice that they are old%n",
				this.defender.callCount(), this.sandbox.entra().refreshes(),
				this.sandbox.entra().authorizeRequests().size(), this.judge.notices());
		this.report.periods(course);
		this.report.promises(this.judge, course, faults);
		this.report.promise("The API never had to refuse a call over its quota", this.defender.refusedByQuota() == 0,
				this.defender.refusedByQuota() + " of " + this.defender.callCount() + " calls");
	}

}
