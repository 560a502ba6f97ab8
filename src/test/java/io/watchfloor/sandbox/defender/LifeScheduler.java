package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets the tenant's life go on by itself.
 */
final class LifeScheduler implements AutoCloseable {

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "sandbox-life");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Begin.
	 * @param life what goes on
	 * @param every how often something happens; zero for never
	 */
	LifeScheduler(TenantLife life, Duration every) {
		if (!every.isZero()) {
			this.executor.scheduleWithFixedDelay(life::tick, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
