package io.watchfloor.defender.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How much time a full page of alerts spans in a tenant, as the last one did.
 */
final class AlertSpan {

	private @Nullable Duration last;

	/**
	 * Measure a full page.
	 * @param alerts the alerts of the page
	 * @param oldest the earliest creation on it
	 */
	void measure(List<GraphAlert> alerts, Instant oldest) {
		Instant newest = oldest;
		for (GraphAlert alert : alerts) {
			Instant created = alert.alert().created();
			newest = (created != null && created.isAfter(newest)) ? created : newest;
		}
		this.last = Duration.between(oldest, newest).plusSeconds(1);
	}

	/**
	 * Return what the next page is likely to span, {@code null} before the first.
	 */
	@Nullable Duration ofNext() {
		return this.last;
	}

}
