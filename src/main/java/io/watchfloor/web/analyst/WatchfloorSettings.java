package io.watchfloor.web.analyst;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.Severity;
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
 * incident may stay open before somebody works on it; more than zero
 * @param mediumActiveLimit {@code WATCHFLOOR_MEDIUM_ACTIVE_LIMIT}, the same for a medium
 * one
 * @param lowActiveLimit {@code WATCHFLOOR_LOW_ACTIVE_LIMIT}, the same for a low one
 * @param informationalActiveLimit {@code WATCHFLOOR_INFORMATIONAL_ACTIVE_LIMIT}, the same
 * for an informational one
 * @param criticalTags {@code WATCHFLOOR_CRITICAL_TAGS}, the tags of incidents and devices
 * that matter most
 * @param queueLimit {@code WATCHFLOOR_QUEUE_LIMIT}, how much memory the incidents of all
 * queues may take together; more than zero
 */
@ConfigurationProperties("watchfloor")
public record WatchfloorSettings(@DefaultValue("30s") Duration freshness, @DefaultValue("4h") Duration highActiveLimit,
		@DefaultValue("24h") Duration mediumActiveLimit, @DefaultValue("7d") Duration lowActiveLimit,
		@DefaultValue("30d") Duration informationalActiveLimit, @DefaultValue( {
				"VIP", "Crown jewel" }) Set<String> criticalTags,
		@Nullable DataSize queueLimit){

	public WatchfloorSettings {
		requireTime("WATCHFLOOR_FRESHNESS", freshness, "30s");
		requireTime("WATCHFLOOR_HIGH_ACTIVE_LIMIT", highActiveLimit, "4h");
		requireTime("WATCHFLOOR_MEDIUM_ACTIVE_LIMIT", mediumActiveLimit, "24h");
		requireTime("WATCHFLOOR_LOW_ACTIVE_LIMIT", lowActiveLimit, "7d");
		requireTime("WATCHFLOOR_INFORMATIONAL_ACTIVE_LIMIT", informationalActiveLimit, "30d");
		if (queueLimit != null && queueLimit.toBytes() < 1) {
			throw new IllegalArgumentException("WATCHFLOOR_QUEUE_LIMIT must be a size such as 500MB");
		}
	}

	private static void requireTime(String setting, Duration time, String example) {
		if (time.isNegative() || time.isZero()) {
			throw new IllegalArgumentException(setting + " must be a time such as " + example);
		}
	}

	/**
	 * Return what the installation expects of its analysts.
	 */
	AttentionSettings attention() {
		return new AttentionSettings(Map.of(Severity.Level.HIGH, this.highActiveLimit, Severity.Level.MEDIUM,
				this.mediumActiveLimit, Severity.Level.LOW, this.lowActiveLimit, Severity.Level.INFORMATIONAL,
				this.informationalActiveLimit), this.criticalTags);
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
