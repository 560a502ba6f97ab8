package io.watchfloor.web.incident;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answer that Microsoft publishes as its example, served as the API's.
 */
class SampleTests extends SandboxTest {

	@Test
	void theQueueShowsItsThreeIncidents() throws IOException {
		try (InputStream sample = Objects
			.requireNonNull(getClass().getResourceAsStream("/samples/list-incidents.json"))) {
			defender().serve(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
		}
		Page page = signedIn(SandboxAccount.LEAD).open("/incidents?from=2020-01-01&to=2021-01-01");
		assertThat(page.html().select("table tbody tr")).hasSize(3);
		assertThat(page.html().select("table tbody").text()).containsSubsequence("924565", "Ransomware activity",
				"2020-09-06 14:46", "924521", "'Mimikatz' hacktool was detected on one endpoint", "2020-09-06 12:18",
				"924518", "Email reported by user as malware or phish", "2020-09-06 12:07");
	}

	@Test
	void theIncidentPagesShowTheirAlertsDevicesAndEvidence() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		assertThat(text(visitor, 924565)).contains("manipulated 99 files", "testUser2@contoso.com",
				"62[.]216[.]203[.]204", "test comment for docs", "secop123@contoso.com", "Impact");
		assertThat(text(visitor, 924521)).contains("user5cx.middleeast.corp.contoso.com", "Detector.UnitTests.dll",
				"5de839186691aa96ee2ca6d74f0a38fb8d1bd6dd", "WDATP-Ring0", "Mimikatz", "14393");
		assertThat(text(visitor, 924518)).contains("test.User4@contoso.com", "[EXTERNAL] Attention",
				"Subject;P2SenderDomain;ContentType", "49[.]50[.]81[.]121", "Automation");
	}

	private static String text(Visitor visitor, long id) {
		Page page = visitor.open("/incidents/" + id);
		assertThat(page.status()).isEqualTo(200);
		return page.html().select("main").text();
	}

}
