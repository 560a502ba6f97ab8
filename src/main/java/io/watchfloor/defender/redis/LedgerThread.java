package io.watchfloor.defender.redis;

import java.time.Duration;

import io.watchfloor.defender.shared.SharedLedger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps a ledger equal with those of the other nodes, beside the requests. It runs for as
 * long as the connection to Redis does, and therefore longer than the web server.
 */
final class LedgerThread implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(LedgerThread.class);

	/**
	 * Longer than Redis is waited for.
	 */
	private static final Duration LAST_WORK = Duration.ofSeconds(2);

	private final SharedLedger<?> ledger;

	private final int phase;

	private @Nullable Thread thread;

	LedgerThread(SharedLedger<?> ledger, int phase) {
		this.ledger = ledger;
		this.phase = phase;
	}

	@Override
	public int getPhase() {
		return this.phase;
	}

	@Override
	public synchronized void start() {
		Thread started = new Thread(this::work, "call-ledger");
		started.setDaemon(true);
		started.start();
		this.thread = started;
	}

	private void work() {
		while (!Thread.currentThread().isInterrupted()) {
			try {
				this.ledger.synchronize();
			}
			catch (RuntimeException ex) {
				logger.error("The ledger of calls could not be brought up to date", ex);
			}
			try {
				this.ledger.awaitNews();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public synchronized void stop() {
		Thread running = this.thread;
		this.thread = null;
		if (running != null) {
			running.interrupt();
			try {
				running.join(LAST_WORK.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.ledger.leave();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

}
