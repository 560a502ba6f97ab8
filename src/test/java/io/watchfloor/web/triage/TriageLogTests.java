package io.watchfloor.web.triage;

import java.time.Instant;
import java.util.List;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageRequest;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.signin.consent.WriteAudit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class TriageLogTests {

	@Test
	void everyFieldIsLoggedWithItsValueBeforeAndAfterAndNoTextOfAComment() {
		SeenState before = new SeenState("Active", "", "Unknown", "NotAvailable", List.of("a", "b"));
		TriageChange change = new TriageChange("Resolved", "ada@contoso.com", Classification.FALSE_POSITIVE,
				Determination.NOT_MALICIOUS, List.of("c"), List.of("a"), "secret");
		TriageResult result = new TriageResult(new TriageRequest(7, before, change, "f-1", false),
				TriageResult.Outcome.NOT_DONE, before, null, null, null, SampleFailures.forbidden(), null, null,
				Instant.EPOCH);
		WriteAudit audit = TriageLog.audit(result);
		assertThat(audit.fields()).containsExactly(entry("status", new WriteAudit.Change("Active", "Resolved")),
				entry("assignedTo", new WriteAudit.Change("", "ada@contoso.com")),
				entry("classification", new WriteAudit.Change("Unknown", "FalsePositive")),
				entry("determination", new WriteAudit.Change("NotAvailable", "Clean")),
				entry("tags", new WriteAudit.Change("a,b", "b,c")));
		assertThat(audit.commentLength()).isEqualTo("secret".length());
		assertThat(audit.result()).isEqualTo(WriteAudit.Result.FAILURE);
		assertThat(audit.outcome()).isEqualTo("not-done");
		assertThat(audit.trackingId()).isEqualTo(SampleFailures.TRACKING_ID);
		assertThat(audit.toString()).doesNotContain("secret");
	}

}
