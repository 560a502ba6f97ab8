package io.watchfloor.web.handover;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.change.SeenChange;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.handover.Shifts;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.queue.support.ShiftIncidents;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.Analysts;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HandoverTextTests {

	private static final Shifts SHIFTS = new Shifts(List.of(LocalTime.of(9, 0)), ZoneId.of("UTC"));

	@Test
	void eachIncidentIsOneLineWithItsReasonAndAddress() {
		IncidentSummary raised = incident(1, "Active", "High", 9);
		SeenChanges changes = new SeenChanges(
				List.of(new SeenChange(SeenChange.Kind.RAISED, 1, "Low", "High", raised.updatedMillis())));
		assertThat(text(changes, raised, incident(2, "Resolved", "Medium", 2)).lines()).contains(
				"Handover since Mon 23 Nov 09:00 UTC, made Mon 23 Nov 12:00 UTC", "Escalated: 1",
				"- High · Incident 1 · Raised from low, seen 11:00; active, owner ada@contoso.com · https://host/incidents/1",
				"Arrived: 1 (1 medium)",
				"- Medium · Incident 2 · Created 10:00; resolved, owner ada@contoso.com · https://host/incidents/2",
				"Closed: 1 (1 not classified)", "Merged: 0");
	}

	@Test
	void whatIsLeftOutHasTheAddressOfItsView() {
		IncidentSummary[] many = LongStream.rangeClosed(1, 13)
			.mapToObj((id) -> incident(id, "Resolved", "Low", 2))
			.toArray(IncidentSummary[]::new);
		assertThat(text(SeenChanges.NONE, many))
			.contains("- 3 more: https://host/incidents?createdFrom=2026-11-23T09%3A00%3A00Z&sort=-severity");
	}

	@Test
	void noTextOfAnAttackerMakesALineOrALink() {
		IncidentSummary hostile = IncidentSummary.of(SampleIncidents.hostile());
		String text = text(SeenChanges.NONE, hostile, incident(2, "Active", "Low", 2));
		assertThat(text.lines())
			.allMatch((line) -> line.isEmpty() || line.matches("(- |[A-Z][A-Za-z ]+: ).*|Handover .*"));
		assertThat(text.replace("https://host/", "")).doesNotContain("http:", "https:")
			.doesNotContainPattern("[\\p{Cntrl}&&[^\n]]|\\p{Cf}");
	}

	private static String text(SeenChanges changes, IncidentSummary... incidents) {
		QueueState read = new QueueState(RandomIncidents.NOW, incidents.length, null, true, true, null, false, false, 0,
				RandomIncidents.NOW.minus(Duration.ofDays(900)));
		AnalystView view = new AnalystView(Analysts.of(SandboxAccount.ANALYST),
				new Viewpoint(Set.of(), RandomIncidents.NOW, AttentionSettings.DEFAULT),
				new QueueSnapshot(1, IncidentIndex.EMPTY.with(List.of(incidents)), changes, read),
				Freshness.of(read, RandomIncidents.NOW), SourceDetails.ALL);
		HandoverStart start = HandoverStart.of(null, SHIFTS, RandomIncidents.NOW, "/handover");
		return HandoverText.of(HandoverPage.of("", view, start, SHIFTS, RandomIncidents.NOW), "https://host");
	}

	private static IncidentSummary incident(long id, String status, String severity, long createdHoursAgo) {
		return ShiftIncidents.summary(id, Duration.ofHours(createdHoursAgo), Duration.ofHours(1), status, severity,
				"ada@contoso.com");
	}

}
