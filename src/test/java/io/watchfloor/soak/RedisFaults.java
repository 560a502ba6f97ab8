package io.watchfloor.soak;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import io.watchfloor.support.RedisServer;

/**
 * Freezes the Redis that several nodes share, and restarts it empty, in turn and at
 * random times.
 */
final class RedisFaults {

	private static final Duration LONGEST_CALM = Duration.ofSeconds(90);

	private static final Duration LONGEST_FAULT = Duration.ofSeconds(6);

	private final RedisServer redis;

	private final FaultSchedule schedule;

	private final Random random;

	RedisFaults(RedisServer redis, FaultSchedule schedule, long seed) {
		this.redis = redis;
		this.schedule = schedule;
		this.random = new Random(seed + 2);
	}

	/**
	 * Go on until a time.
	 */
	void run(Instant end) throws InterruptedException, IOException {
		for (int i = 0; pause(LONGEST_CALM, end); i++) {
			if (i % 2 == 0) {
				freeze(end);
			}
			else {
				restart(end);
			}
		}
	}

	private void freeze(Instant end) throws InterruptedException {
		FaultWindow window = this.schedule.begin(FaultKind.REDIS_FROZEN);
		this.redis.freeze();
		pause(LONGEST_FAULT, end);
		this.redis.thaw();
		window.end(Instant.now(), 1);
	}

	private void restart(Instant end) throws InterruptedException, IOException {
		FaultWindow window = this.schedule.begin(FaultKind.REDIS_RESTARTED);
		this.redis.stop();
		pause(LONGEST_FAULT, end);
		this.redis.startAgain();
		window.end(Instant.now(), 1);
	}

	/**
	 * Wait for a third of a time at least, and for all of it at most.
	 * @return whether there is time left until the end
	 */
	private boolean pause(Duration longest, Instant end) throws InterruptedException {
		long wanted = longest.toMillis() / 3 + this.random.nextInt((int) (longest.toMillis() * 2 / 3));
		Thread.sleep(Math.max(0, Math.min(wanted, Duration.between(Instant.now(), end).toMillis())));
		return Instant.now().isBefore(end);
	}

}
