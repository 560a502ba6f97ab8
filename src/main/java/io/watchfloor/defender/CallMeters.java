package io.watchfloor.defender;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Meters the calls for the operator: how many ended how and how long they took, how many
 * were held back, and how many are left. No tag says anything of an analyst.
 */
final class CallMeters {

	private final MeterRegistry registry;

	CallMeters(MeterRegistry registry, CallBudget budget) {
		this.registry = registry;
		Gauge.builder("watchfloor.defender.calls.left", budget, (calls) -> calls.left().thisMinute())
			.tag("window", "minute")
			.description("List calls that the budget still has")
			.register(registry);
		Gauge.builder("watchfloor.defender.calls.left", budget, (calls) -> calls.left().thisHour())
			.tag("window", "hour")
			.description("List calls that the budget still has")
			.register(registry);
	}

	/**
	 * Start to time a call.
	 */
	Timer.Sample start() {
		return Timer.start(this.registry);
	}

	/**
	 * Record a call that was made.
	 * @param sample the time since the call was started
	 * @param call the value of the tag {@code call}
	 * @param failure why the call failed, or {@code null} when it did not
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
	 * @param urgency the value of the tag {@code urgency}
	 */
	void heldBack(String urgency) {
		Counter.builder("watchfloor.defender.waits")
			.tag("urgency", urgency)
			.description("Calls that were held back until there was a turn for them, by how much hung on them")
			.register(this.registry)
			.increment();
	}

	private static String outcome(@Nullable DefenderException failure) {
		return (failure != null) ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT) : "success";
	}

}
