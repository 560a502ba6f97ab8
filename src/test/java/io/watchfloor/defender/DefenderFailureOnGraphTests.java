package io.watchfloor.defender;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.sandbox.defender.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.test.context.TestPropertySource;

/**
 * The same with Microsoft Graph as the source, but for those that wait for a time-out. A
 * gateway that fails as often as an incident is asked for, with its alerts and without,
 * opens the circuit, so that it is left out as well.
 */
@TestPropertySource(properties = "watchfloor.source=graph")
class DefenderFailureOnGraphTests extends DefenderFailureTests {

	private static final Set<String> SLOW = Set.of("hangs before the headers", "a byte a second", "gateway");

	private static final Map<String, Fault> LASTING = Map.of("cut off", Fault.cutOff().times(2), "truncated",
			Fault.truncated().times(2), "HTML", Fault.html(200).times(2), "content type",
			Fault.contentType("text/plain").times(2), "broken gzip", Fault.brokenGzip().times(2));

	/**
	 * An incident that cannot be read with its alerts is asked for without them, so that
	 * such a fault has to happen twice.
	 */
	static Stream<Arguments> lastingFaults() {
		return faults().filter(DefenderFailureOnGraphTests::isQuick)
			.map(Arguments::get)
			.map((fault) -> Arguments.of(fault[0],
					LASTING.getOrDefault(fault[0], (Fault) Objects.requireNonNull(fault[1])), fault[2], fault[3]));
	}

	@Override
	int failedCalls(String fault) {
		return LASTING.containsKey(fault) ? 2 : 1;
	}

	static Stream<Arguments> quickListFaults() {
		return listFaults().filter(DefenderFailureOnGraphTests::isQuick);
	}

	private static boolean isQuick(Arguments fault) {
		return !SLOW.contains(fault.get()[0]);
	}

	@Override
	@ParameterizedTest(name = "{0}")
	@MethodSource("lastingFaults")
	void anIncidentThatCannotBeReadIsAPageAndTheNextTryWorks(String name, Fault fault, int status, String heading) {
		super.anIncidentThatCannotBeReadIsAPageAndTheNextTryWorks(name, fault, status, heading);
	}

	@Override
	@ParameterizedTest(name = "{0}")
	@MethodSource("quickListFaults")
	void whatAQueueHoldsStaysVisibleWithItsAgeAndWhy(String name, Fault fault, int status, String heading) {
		super.whatAQueueHoldsStaysVisibleWithItsAgeAndWhy(name, fault, status, heading);
	}

}
