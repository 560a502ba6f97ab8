package io.watchfloor.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.watchfloor.sandbox.SandboxAccount;

/**
 * An analyst and the page that is open: mostly the page keeps itself current, now and
 * then the analyst filters, opens an incident, looks at the dashboard, exports, opens
 * three tabs at once, tries a colleague's incident, changes some of their own, signs out
 * and in again.
 */
final class AnalystAtWork implements Runnable {

	private static final List<String> VIEWS = List.of("/incidents", "/incidents?severity=High&severity=Medium",
			"/incidents?status=open&range=any&sort=attention", "/incidents?assignedTo=me",
			"/incidents?q=corp.contoso&sort=-severity", "/incidents?range=7d&size=200&sort=name",
			"/incidents?source=MicrosoftDefenderForEndpoint&page=2&size=25", "/incidents?q=only-desk&range=180d",
			"/incidents?assignedTo=none&severity=High", "/incidents?tag=VIP&range=180d&sort=-assets");

	private static final List<String> EXPORTS = List.of("/incidents.csv?range=180d", "/incidents.json?severity=High");

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final int desk;

	private final Browser browser;

	private final AnalystSeats seats;

	private final AnswerChecker checker;

	private final Random random;

	private final Executor tabs;

	private final IncidentWork writes;

	private String open = "/incidents";

	private String version = "";

	/**
	 * An analyst.
	 * @param desk which desk
	 * @param origin where Watchfloor is
	 * @param tabs loads pages beside each other
	 */
	AnalystAtWork(int desk, String origin, AnalystSeats seats, AnswerChecker checker, WriteLedger ledger, long seed,
			Executor tabs) {
		this.desk = desk;
		this.browser = new Browser(origin, SandboxAccount.desk(desk));
		this.seats = seats;
		this.checker = checker;
		this.random = new Random(seed + desk);
		this.tabs = tabs;
		this.writes = new IncidentWork(desk, this.browser, seats, checker, ledger, this.random, tabs);
	}

	/**
	 * The times when the analyst had to sign in again.
	 */
	List<SignInAgain> signInsAgain() {
		return this.browser.signInsAgain();
	}

	/**
	 * Stop after what is under way.
	 */
	void stop() {
		this.stopped.countDown();
	}

	@Override
	public void run() {
		go(RequestKind.SIGN_IN, "/oauth2/authorization/entra");
		try {
			while (!this.stopped.await(500 + this.random.nextInt(3_500), TimeUnit.MILLISECONDS)) {
				work(this.random.nextInt(100));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void work(int chance) {
		if (chance < 47) {
			poll();
		}
		else if (chance < 55) {
			this.writes.work();
		}
		else if (chance < 75) {
			go(RequestKind.QUEUE, one(VIEWS));
		}
		else if (chance < 84) {
			go(RequestKind.DASHBOARD, "/");
		}
		else if (chance < 88) {
			tabs();
		}
		else if (chance < 92) {
			go(RequestKind.INCIDENT, "/incidents/" + this.seats.own(this.desk, this.random));
		}
		else if (chance < 93) {
			go(RequestKind.FOREIGN_INCIDENT, "/incidents/" + this.seats.foreign(this.desk, this.random));
		}
		else if (chance < 96) {
			go(RequestKind.EXPORT, one(EXPORTS));
		}
		else if (chance < 98) {
			go(RequestKind.TOKEN, "/token");
		}
		else if (chance < 99) {
			signOut();
			go(RequestKind.SIGN_IN, "/oauth2/authorization/entra");
		}
	}

	/**
	 * Ask for what changed, as the page's script does; where the session is over the
	 * script goes to the page, and so to a sign-in. An error page asks nothing by itself.
	 */
	private void poll() {
		if (this.version.isEmpty()) {
			go(RequestKind.QUEUE, this.open);
			return;
		}
		Answer answer = this.browser.poll(this.open, this.version);
		see(RequestKind.POLL, answer);
		if (answer.status() == 401) {
			go(RequestKind.SIGN_IN, this.open);
		}
		else if (answer.status() == 200) {
			this.version = answer.version();
		}
	}

	private Answer go(RequestKind kind, String address) {
		Answer answer = this.browser.visit(address);
		see(kind, answer);
		boolean live = kind == RequestKind.QUEUE || kind == RequestKind.DASHBOARD;
		if (live || kind == RequestKind.SIGN_IN) {
			this.open = live ? address : "/";
			this.version = answer.version();
		}
		return answer;
	}

	private void tabs() {
		List<CompletableFuture<Answer>> pages = new ArrayList<>();
		for (int tab = 0; tab < 3; tab++) {
			String address = one(VIEWS);
			pages.add(CompletableFuture.supplyAsync(() -> this.browser.visit(address), this.tabs));
		}
		pages.forEach((page) -> see(RequestKind.QUEUE, page.join()));
	}

	/**
	 * Sign out, where the page at hand lets the analyst.
	 */
	void signOut() {
		Answer page = go(RequestKind.TOKEN, "/token");
		page.field("_csrf")
			.ifPresent((csrf) -> see(RequestKind.SIGN_OUT, this.browser.submit("/logout", Map.of("_csrf", csrf))));
	}

	/**
	 * Open one page of each kind, all of which must work.
	 * @return those that did not
	 */
	List<Answer> lastRound() {
		return List.of("/incidents?q=only-desk", "/", "/incidents/" + this.seats.own(this.desk, this.random), "/token")
			.stream()
			.map(this.browser::visit)
			.peek((answer) -> see(RequestKind.LAST_ROUND, answer))
			.filter((answer) -> answer.status() != 200 || AnalystSeats.marks(answer.text()).isEmpty())
			.toList();
	}

	private void see(RequestKind kind, Answer answer) {
		this.checker.see(this.desk, kind, answer);
	}

	private String one(List<String> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
