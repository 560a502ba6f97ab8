package io.watchfloor.web.queue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Addresses of the queue that only a whole server can be asked: very long ones, and
 * exports before everything is read.
 */
class QueueAddressTests extends SandboxTest {

	@Test
	void anExportOfAQueueThatIsStillBeingReadSaysSo() {
		Visitor lead = signedIn(SandboxAccount.LEAD);
		Visitor.Page first = lead.ask("/incidents.csv");
		assertThat(first.headers().firstValue("Content-Disposition").orElse("")).endsWith("-partial.csv\"");
		assertThat(first.headers().firstValue("X-Incidents-Missing").orElse("")).matches("[0-9]+ read, back to .+");
		readEverything(lead);
		Visitor.Page second = lead.ask("/incidents.csv");
		assertThat(second.headers().firstValue("Content-Disposition").orElse("")).matches(".*[0-9]Z\\.csv\"");
		assertThat(second.headers().firstValue("X-Incidents-Missing")).isEmpty();
		assertThat(second.text().length()).isGreaterThan(first.text().length());
	}

	private static void readEverything(Visitor visitor) {
		for (int step = 0; step < 20 && !visitor.open("/incidents").html().select("[data-reading]").isEmpty(); step++) {
			visitor.open("/incidents");
		}
	}

	@Test
	void addressesThatAskForTooMuchAreAnsweredAllTheSame() {
		Visitor analyst = signedIn(SandboxAccount.ANALYST);
		Visitor.Page search = analyst.ask("/incidents?q=" + "x".repeat(10_000));
		assertThat(search.status()).isEqualTo(400);
		assertThat(search.text()).contains("The parameter “q”");
		String many = IntStream.range(0, 500).mapToObj((i) -> "tag=t" + i).collect(Collectors.joining("&"));
		Visitor.Page filter = analyst.ask("/incidents?" + many);
		assertThat(filter.status()).isEqualTo(400);
		assertThat(filter.text()).contains("The parameter “tag”");
		assertThat(analyst.ask("/incidents?page=999999").text()).contains("This page is after the last");
	}

}
