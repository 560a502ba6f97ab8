package io.watchfloor.defender;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.support.HeldClock;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people see when the Defender API fails with each page that has a certain incident:
 * all others, and how many are missing.
 */
@Import(HeldClock.class)
@TestPropertySource(properties = { "watchfloor.defender.timeout=4s", "watchfloor.freshness=1m" })
@IntegrationTest
class UnsendableIncidentTests extends SandboxTest {

	private static final String QUEUE = "/incidents?range=180d";

	private static final String ALERT = "[role=alert]:not([hidden])";

	@Autowired
	private MutableClock clock;

	@BeforeEach
	void letTimePass() {
		this.clock.advance(Duration.ofHours(1));
	}

	static Stream<Arguments> faults() {
		return Stream.of(Arguments.of("status 500", Fault.status(500)), Arguments.of("cut off", Fault.cutOff()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void isSkippedAndCountedAndAllOthersAreThere(String name, Fault fault) {
		List<Long> visible = visibleOfMany();
		long unsendable = visible.get(30);
		defender().fail(fault.onPagesWith(unsendable));
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		Page page = readWhole(visitor);
		assertThat(page.html().select(ALERT)).isEmpty();
		assertThat(page.html().select("[data-unreadable]").text()).startsWith("1 incident cannot be read");
		String exported = visitor.open("/incidents.csv?range=180d").text();
		assertThat(visible).filteredOn((id) -> id != unsendable)
			.allSatisfy((id) -> assertThat(exported).contains(id.toString()));
		// It is met twice: among the open incidents and in the range
		assertThat(defender().callCount()).isLessThan(100);
	}

	@Test
	void anOutageIsNotTakenForOne() {
		List<Long> visible = visibleOfMany();
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		visitor.open(QUEUE);
		long before = defender().callCount();
		defender().fail(Fault.status(500).times(Integer.MAX_VALUE));
		for (int poll = 0; poll < 20; poll++) {
			this.clock.advance(Duration.ofSeconds(20));
			assertThat(visitor.open(QUEUE).html().select(ALERT)).isNotEmpty();
		}
		assertThat(defender().callCount() - before).isLessThan(50);
		defender().recover();
		this.clock.advance(Duration.ofMinutes(1));
		Page page = readWhole(visitor);
		assertThat(page.html().select("[data-unreadable]")).isEmpty();
		String exported = visitor.open("/incidents.csv?range=180d").text();
		assertThat(visible).allSatisfy((id) -> assertThat(exported).contains(id.toString()));
	}

	private List<Long> visibleOfMany() {
		List<Long> added = LongStream.range(0, 250).map((i) -> defender().add()).boxed().toList();
		return defender().visibleTo(SandboxAccount.LEAD).stream().filter(added::contains).toList();
	}

	/**
	 * Ask as an open page does, which is twelve times a minute while it waits.
	 */
	private Page readWhole(Visitor visitor) {
		Page page = visitor.open(QUEUE);
		for (int step = 0; step < 120 && !isWhole(page); step++) {
			this.clock.advance(Duration.ofSeconds(5));
			page = visitor.open(QUEUE);
		}
		assertThat(isWhole(page)).isTrue();
		return page;
	}

	private static boolean isWhole(Page page) {
		return page.status() == 200 && page.html().select("[data-reading]").isEmpty()
				&& page.html().select(ALERT).isEmpty();
	}

}
