package io.watchfloor.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an administrator may choose about the pages.
 *
 * @param freshness {@code WATCHFLOOR_FRESHNESS}, how old a queue may be when a page is
 * asked for; more than zero
 * @param highActiveLimit {@code WATCHFLOOR_HIGH_ACTIVE_LIMIT}, for how long a high
 * incident may stay active before it needs a person first; more than zero
 */
@ConfigurationProperties("watchfloor")
record WatchfloorSettings(@DefaultValue("30s") Duration freshness, @DefaultValue("4h") Duration highActiveLimit) {

	WatchfloorSettings {
		if (freshness.isNegative() || freshness.isZero()) {
			throw new IllegalArgumentException("WATCHFLOOR_FRESHNESS must be a time such as 30s");
		}
		if (highActiveLimit.isNegative() || highActiveLimit.isZero()) {
			throw new IllegalArgumentException("WATCHFLOOR_HIGH_ACTIVE_LIMIT must be a time such as 4h");
		}
	}

}
