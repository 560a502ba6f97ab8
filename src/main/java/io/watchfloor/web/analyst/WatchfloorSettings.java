package io.watchfloor.web.analyst;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the pages and of the queues behind them.
 *
 * @param freshness {@code WATCHFLOOR_FRESHNESS}, how old a queue may be when a page is
 * asked for; more than zero
 * @param highActiveLimit {@code WATCHFLOOR_HIGH_ACTIVE_LIMIT}, for how long a high
 * incident may stay active before it ranks first; more than zero
 * @param queueLimit {@code WATCHFLOOR_QUEUE_LIMIT}, how much memory the incidents of all
 * queues may take together; more than zero
 */
@ConfigurationProperties("watchfloor")
public record WatchfloorSettings(@DefaultValue("30s") Duration freshness, @DefaultValue("4h") Duration highActiveLimit,
		@Nullable DataSize queueLimit) {

	public WatchfloorSettings {
		if (freshness.isNegative() || freshness.isZero()) {
			throw new IllegalArgumentException("WATCHFLOOR_FRESHNESS must be a time such as 30s");
		}
		if (highActiveLimit.isNegative() || highActiveLimit.isZero()) {
			throw new IllegalArgumentException("WATCHFLOOR_HIGH_ACTIVE_LIMIT must be a time such as 4h");
		}
		if (queueLimit != null && queueLimit.toBytes() < 1) {
			throw new IllegalArgumentException("WATCHFLOOR_QUEUE_LIMIT must be a size such as 500MB");
		}
	}

	/**
	 * Return after how many seconds an open page asks for news again, at least 1.
	 */
	public long pollSeconds() {
		return Math.max(1, this.freshness.toSeconds());
	}

	/**
	 * Return how many bytes the incidents of all queues may take together. The default is
	 * two fifths of the heap, which leaves as much for everything else and some to spare.
	 */
	long queueBytes() {
		return (this.queueLimit != null) ? this.queueLimit.toBytes() : Runtime.getRuntime().maxMemory() / 5 * 2;
	}

}
