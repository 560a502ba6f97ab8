package io.watchfloor.defender;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What the operator can watch of the calls: how many ended how and how long they took,
 * how many were held back, and what is left. No tag says anything of an analyst.
 */
final class CallMeters {

	private final MeterRegistry registry;

	CallMeters(MeterRegistry registry, CallBudget budget) {
		this.registry = registry;
		Gauge.builder("watchfloor.defender.calls.left", budget, (left) -> left.left().thisMinute())
			.tag("window", "minute")
			.description("List calls that the budget still has")
			.register(registry);
		Gauge.builder("watchfloor.defender.calls.left", budget, (left) -> left.left().thisHour())
			.tag("window", "hour")
			.description("List calls that the budget still has")
			.register(registry);
	}

	Timer.Sample start() {
		return Timer.start(this.registry);
	}

	/**
	 * Count a call that was made.
	 * @param call what it read
	 * @param failure how the API failed, or {@code null} when it did not
	 */
	void ended(Timer.Sample sample, String call, @Nullable DefenderException failure) {
		sample.stop(Timer.builder("watchfloor.defender.calls")
			.tag("call", call)
			.tag("outcome", outcome(failure))
			.description("Calls of the Defender API, by how they ended")
			.register(this.registry));
	}

	/**
	 * Count a call that was held back.
	 * @param urgency how much hung on it
	 */
	void heldBack(Urgency urgency) {
		Counter.builder("watchfloor.defender.waits")
			.tag("urgency", urgency.name().toLowerCase(Locale.ROOT))
			.description("Calls that were held back until there was a turn for them, by how much hung on them")
			.register(this.registry)
			.increment();
	}

	private static String outcome(@Nullable DefenderException failure) {
		return (failure != null) ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT) : "success";
	}

}
