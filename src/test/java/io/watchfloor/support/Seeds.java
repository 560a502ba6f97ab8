package io.watchfloor.support;

import java.util.Random;
import java.util.function.LongConsumer;

/**
 * Tries a property with many random inputs, the same in every run, and says which seed
 * broke it. The system property {@code watchfloor.seed} begins elsewhere.
 */
public final class Seeds {

	private static final long FIRST = Long.getLong("watchfloor.seed", 20_261_123);

	private Seeds() {
	}

	/**
	 * Try a property.
	 * @param tries how often
	 * @param property takes a seed, and fails when the property does not hold
	 */
	public static void tryOut(int tries, LongConsumer property) {
		Random random = new Random(FIRST);
		for (int i = 0; i < tries; i++) {
			long seed = random.nextLong();
			try {
				property.accept(seed);
			}
			catch (AssertionError | RuntimeException ex) {
				throw new AssertionError("Seed " + seed + ", try " + (i + 1) + " of " + tries, ex);
			}
		}
	}

}
