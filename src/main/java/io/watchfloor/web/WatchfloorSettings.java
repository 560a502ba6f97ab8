package io.watchfloor.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an administrator may choose about the pages.
 *
 * @param freshness {@code WATCHFLOOR_FRESHNESS}, how old a queue may be when a page is
 * asked for; more than zero
 */
@ConfigurationProperties("watchfloor")
record WatchfloorSettings(@DefaultValue("30s") Duration freshness) {

	WatchfloorSettings {
		if (freshness.isNegative() || freshness.isZero()) {
			throw new IllegalArgumentException("WATCHFLOOR_FRESHNESS must be a time such as 30s");
		}
	}

}
