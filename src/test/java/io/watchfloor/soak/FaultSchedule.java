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
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.sandbox.entra.EntraControls;

/**
 * Troubles that come and go at random, at the API and at Entra independently. Every kind
 * comes once before any comes again.
 */
final class FaultSchedule {

	private static final Duration LONGEST_CALM = Duration.ofSeconds(15);

	private static final Duration LONGEST_TROUBLE = Duration.ofSeconds(12);

	private final List<FaultWindow> spells = new CopyOnWriteArrayList<>();

	private final DefenderControls defender;

	private final EntraControls entra;

	private final long seed;

	FaultSchedule(Sandbox sandbox, long seed) {
		this.defender = sandbox.bean(DefenderControls.class);
		this.entra = sandbox.entra();
		this.seed = seed;
	}

	/**
	 * The troubles so far.
	 */
	List<FaultWindow> spells() {
		return List.copyOf(this.spells);
	}

	/**
	 * Whether a trouble is behind an answer.
	 */
	boolean explains(Answer answer) {
		return this.spells.stream().anyMatch((spell) -> spell.explains(answer));
	}

	/**
	 * Let the API have troubles until a time.
	 */
	void atDefender(Instant end) throws InterruptedException {
		rage(end, new Random(this.seed), (trouble) -> trouble.fault() != null);
	}

	/**
	 * Let Entra have troubles until a time.
	 */
	void atEntra(Instant end) throws InterruptedException {
		rage(end, new Random(this.seed + 1), (trouble) -> trouble.fault() == null);
	}

	private void rage(Instant end, Random random, Predicate<Trouble> place) throws InterruptedException {
		Deque<Trouble> deck = new ArrayDeque<>();
		while (Instant.now().isBefore(end)) {
			pause(LONGEST_CALM, random, end);
			if (deck.isEmpty()) {
				deck.addAll(shuffled(random, place));
			}
			spell(deck.pop(), random, end);
		}
	}

	private static List<Trouble> shuffled(Random random, Predicate<Trouble> place) {
		List<Trouble> troubles = new ArrayList<>(Arrays.stream(Trouble.values()).filter(place).toList());
		Collections.shuffle(troubles, random);
		return troubles;
	}

	private void spell(Trouble trouble, Random random, Instant end) throws InterruptedException {
		int times = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(3);
		FaultWindow spell = new FaultWindow(trouble, Instant.now());
		this.spells.add(spell);
		Supplier<Fault> kind = trouble.fault();
		if (kind == null) {
			long before = this.entra.tokenRequests().size();
			trouble.order(this.entra);
			pause(LONGEST_TROUBLE, random, end);
			calmEntra();
			spell.end(Instant.now(), this.entra.tokenRequests().size() - before);
		}
		else {
			Fault fault = kind.get().times(times);
			this.defender.fail(fault);
			pause(LONGEST_TROUBLE, random, end);
			this.defender.recover();
			spell.end(Instant.now(), fault.count());
		}
	}

	private void calmEntra() {
		this.entra.refuseRefresh(null);
		this.entra.refuseTokens(null);
		this.entra.delayTokens(Duration.ZERO);
	}

	private static void pause(Duration longest, Random random, Instant end) throws InterruptedException {
		long wanted = 2_000 + random.nextInt((int) longest.toMillis() - 2_000);
		Thread.sleep(Math.max(0, Math.min(wanted, Duration.between(Instant.now(), end).toMillis())));
	}

}
