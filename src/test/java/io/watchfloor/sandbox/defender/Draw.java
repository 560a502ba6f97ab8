package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that repeats itself: equal seeds draw equal things.
 */
final class Draw {

	private final Random random;

	/**
	 * Begin a series of draws.
	 * @param seed the seed of the tenant
	 * @param what the number of the thing that is drawn, so that each has a series of its
	 * own
	 */
	Draw(long seed, long what) {
		this.random = new Random(seed * 0x9E3779B97F4A7C15L + what * 0x632BE59BD9B4E019L);
		this.random.nextInt();
	}

	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	/**
	 * A number from {@code least} to {@code most}, both included.
	 */
	int between(int least, int most) {
		return this.random.nextInt(least, most + 1);
	}

	/**
	 * A number below {@code bound}, the small ones much likelier than the large ones.
	 */
	int few(int bound) {
		double one = this.random.nextDouble();
		return (int) (bound * one * one * one);
	}

	double fraction() {
		return this.random.nextDouble();
	}

	<T> T one(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	/**
	 * A time from nothing to {@code most}, in ticks of 100 ns.
	 */
	Duration upTo(Duration most) {
		long micros = Math.max(1, most.toNanos() / 1000);
		return Duration.ofNanos((long) (this.random.nextDouble() * micros) * 1000 + this.random.nextInt(10) * 100L);
	}

	String hex(int digits) {
		StringBuilder hex = new StringBuilder(digits);
		for (int i = 0; i < digits; i++) {
			hex.append(Character.forDigit(this.random.nextInt(16), 16));
		}
		return hex.toString();
	}

	String uuid() {
		return new UUID(this.random.nextLong(), this.random.nextLong()).toString();
	}

}
