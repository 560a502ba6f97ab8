package io.watchfloor.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.sandbox.entra.EntraControls;

/**
 * Orders faults that come and go at random, at the API and at Entra independently. Every
 * kind comes once before any comes again.
 */
final class FaultSchedule {

	private static final Duration LONGEST_CALM = Duration.ofSeconds(15);

	private static final Duration LONGEST_FAULT = Duration.ofSeconds(12);

	private static final Duration LONGEST_MEMORY = Duration.ofMinutes(1);

	private final List<FaultWindow> windows = new CopyOnWriteArrayList<>();

	private final DefenderControls defender;

	private final EntraControls entra;

	private final long seed;

	FaultSchedule(Sandbox sandbox, long seed) {
		this.defender = sandbox.bean(DefenderControls.class);
		this.entra = sandbox.entra();
		this.seed = seed;
	}

	/**
	 * The times of all faults so far.
	 */
	List<FaultWindow> windows() {
		return List.copyOf(this.windows);
	}

	/**
	 * Whether a fault explains an answer.
	 */
	boolean explains(Answer answer) {
		return this.windows.stream().anyMatch((window) -> window.explains(answer));
	}

	/**
	 * The faults of the minute before an answer, for people to see what came about.
	 */
	String before(Answer answer) {
		return this.windows.stream()
			.filter((window) -> window.touches(answer.asked().minus(LONGEST_MEMORY), answer.answered()))
			.map(FaultWindow::toString)
			.collect(Collectors.joining(", "));
	}

	/**
	 * Whether a fault explains that somebody had to sign in again.
	 */
	boolean explains(SignInAgain signIn) {
		return this.windows.stream().anyMatch((window) -> window.explains(signIn));
	}

	/**
	 * Note a fault that somebody else makes.
	 * @return its time, which is to be ended
	 */
	FaultWindow begin(FaultKind kind) {
		FaultWindow window = new FaultWindow(kind, Instant.now());
		this.windows.add(window);
		return window;
	}

	/**
	 * Make the API fail at random until a time.
	 */
	void runAtDefender(Instant end) throws InterruptedException {
		run(end, new Random(this.seed), (kind) -> kind.fault() != null);
	}

	/**
	 * Make Entra fail at random until a time.
	 */
	void runAtEntra(Instant end) throws InterruptedException {
		run(end, new Random(this.seed + 1), (kind) -> kind.order() != null);
	}

	private void run(Instant end, Random random, Predicate<FaultKind> place) throws InterruptedException {
		Deque<FaultKind> deck = new ArrayDeque<>();
		while (Instant.now().isBefore(end)) {
			pause(LONGEST_CALM, random, end);
			if (deck.isEmpty()) {
				deck.addAll(shuffled(random, place));
			}
			runOne(deck.pop(), random, end);
		}
	}

	private static List<FaultKind> shuffled(Random random, Predicate<FaultKind> place) {
		List<FaultKind> faults = new ArrayList<>(Arrays.stream(FaultKind.values()).filter(place).toList());
		Collections.shuffle(faults, random);
		return faults;
	}

	private void runOne(FaultKind kind, Random random, Instant end) throws InterruptedException {
		int times = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(3);
		FaultWindow window = begin(kind);
		Supplier<Fault> fault = kind.fault();
		Consumer<EntraControls> order = kind.order();
		if (order != null) {
			long before = this.entra.tokenRequests().size();
			order.accept(this.entra);
			pause(LONGEST_FAULT, random, end);
			recoverEntra();
			window.end(Instant.now(), this.entra.tokenRequests().size() - before);
		}
		else if (fault != null) {
			Fault ordered = fault.get().times(times);
			this.defender.fail(ordered);
			pause(LONGEST_FAULT, random, end);
			this.defender.recover();
			window.end(Instant.now(), ordered.count());
		}
	}

	private void recoverEntra() {
		this.entra.refuseRefresh(null);
		this.entra.refuseTokens(null);
		this.entra.delayTokens(Duration.ZERO);
	}

	private static void pause(Duration longest, Random random, Instant end) throws InterruptedException {
		long wanted = 2_000 + random.nextInt((int) longest.toMillis() - 2_000);
		Thread.sleep(Math.max(0, Math.min(wanted, Duration.between(Instant.now(), end).toMillis())));
	}

}
