package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.related.Campaign;
import io.watchfloor.queue.related.SharedKind;
import io.watchfloor.queue.related.SharedValue;
import io.watchfloor.web.narrative.ReadIncidents;
import io.watchfloor.web.support.SampleIncidents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignViewTests {

	private static final Viewpoint VIEWPOINT = new Viewpoint(Set.of(), Instant.parse("2026-11-23T14:03:10Z"),
			AttentionSettings.DEFAULT);

	private static final SharedValue HASH = new SharedValue(SharedKind.HASH, "a".repeat(64), 3, true);

	@Test
	void aCampaignOfOneIsNone() {
		assertThat(view(false, "{\"incidentId\": 1}")).isNull();
	}

	@Test
	void incidentsStandInOrderOfTimeEachInALaneBelowTheOther() {
		CampaignView view = some(incident(1, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"),
				incident(2, "2026-11-10T00:00:00Z", "2026-11-12T00:00:00Z"),
				incident(3, "2026-11-22T00:00:00Z", "2026-11-22T00:00:00Z"));
		assertThat(view.members()).extracting((member) -> member.row().id()).containsExactly(2L, 1L, 3L);
		assertThat(view.members()).extracting((member) -> lane(member).bar().top()).containsExactly(0, 26, 52);
		assertThat(view.height()).isEqualTo(78);
		assertThat(view.members()).extracting(CampaignView.Member::onShow).containsExactly(false, true, false);
		assertThat(view.members()).allSatisfy((member) -> assertThat(lane(member).bar().x()).isBetween(0.0, 100.0))
			.isSortedAccordingTo((one, other) -> Double.compare(lane(one).bar().x(), lane(other).bar().x()));
		assertThat(lane(view.members().get(1)).bar().width()).isPositive();
		assertThat(lane(view.members().get(2)).bar().width()).isZero();
	}

	@Test
	void alertsStandWhereTheyWereRaised() {
		CampaignView view = some(incident(1, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"),
				"""
						{"incidentId": 2, "severity": "High", "incidentName": "B", "alerts": [
						 {"alertId": "1", "creationTime": "2026-11-20T00:00:00Z"}, {"alertId": "2", "creationTime": "2026-11-20T12:00:00Z"},
						 {"alertId": "3", "creationTime": "2026-11-20T12:00:00Z"}, {"alertId": "4"}],
						 "createdTime": "2026-11-20T00:00:00Z"}""");
		CampaignView.Lane lane = lane(view.members().get(1));
		assertThat(lane.alerts()).hasSize(2).allMatch((alert) -> alert >= 0 && alert <= 100);
		assertThat(lane.bar().words()).isEqualTo("Incident 2, High: B. 4 alerts, 2026-11-20 00:00:00 UTC");
	}

	@Test
	void whatHasNoTimeIsInTheTableAlone() {
		CampaignView view = some(incident(1, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"), "{\"incidentId\": 2}");
		assertThat(view.timed()).hasSize(1);
		assertThat(view.untimed()).isEqualTo(1);
		assertThat(view.members()).hasSize(2);
		CampaignView timeless = some("{\"incidentId\": 1}", "{\"incidentId\": 2}");
		assertThat(timeless.height()).isZero();
		assertThat(timeless.ticks()).isEmpty();
		assertThat(timeless.members()).hasSize(2);
	}

	@Test
	void noLabelLeavesThePicture() {
		CampaignView view = some(IntStream.rangeClosed(1, 24)
			.mapToObj((id) -> incident(id, "2026-11-%02dT00:00:00Z".formatted(id % 23 + 1), "2026-11-24T00:00:00Z"))
			.toArray(String[]::new));
		assertThat(view.members()).hasSize(24).allSatisfy((member) -> {
			StoryView.Bar bar = lane(member).bar();
			double room = StoryLanes.width(bar.label()) + StoryLanes.BESIDE;
			if (bar.before()) {
				assertThat(StoryLanes.pixels(bar.x())).isGreaterThanOrEqualTo(room);
			}
			assertThat(bar.label()).startsWith("High");
		});
	}

	@Test
	void whatJoinsAnIncidentIsToldWithItsRarity() {
		CampaignView.Member member = some("{\"incidentId\": 1}", "{\"incidentId\": 2}").members().get(1);
		assertThat(Objects.requireNonNull(member.shared()).what()).isEqualTo("SHA-256");
		assertThat(Objects.requireNonNull(member.shared()).held()).isEqualTo("held by 3 of 3,200 incidents");
		assertThat(member.foundBy()).isEqualTo(1);
	}

	private static CampaignView.Lane lane(CampaignView.Member member) {
		return Objects.requireNonNull(member.lane());
	}

	private static CampaignView some(String... incidents) {
		return Objects.requireNonNull(view(true, incidents));
	}

	private static @Nullable CampaignView view(boolean bounded, String... incidents) {
		List<Campaign.Member> members = new ArrayList<>();
		for (String incident : incidents) {
			members.add(new Campaign.Member(IncidentSummary.of(SampleIncidents.of(incident)),
					(members.isEmpty()) ? null : HASH, (members.isEmpty()) ? 0 : 1));
		}
		return CampaignView.of(new Campaign(members, bounded), new ReadIncidents(3200, true), VIEWPOINT, "/incidents");
	}

	private static String incident(long id, String first, String last) {
		return """
				{"incidentId": %d, "incidentName": "Somebody did something to somebody else on many devices", "severity": "High",
				 "alerts": [{"alertId": "1", "firstActivity": "%s", "lastActivity": "%s", "creationTime": "%s"}]}"""
			.formatted(id, first, last, first);
	}

}
