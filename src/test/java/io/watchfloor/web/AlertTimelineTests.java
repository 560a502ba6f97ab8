package io.watchfloor.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Alert;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertTimelineTests {

	@Test
	void lanesComeInTheOrderOfAnAttackAndOtherCategoriesLast() {
		TimelineView timeline = timeline(alerts("""
				{"category": "Malware", "firstActivity": "2026-11-23T08:00:00Z"},
				{"category": "Impact", "firstActivity": "2026-11-23T08:10:00Z"},
				{"category": "InitialAccess", "firstActivity": "2026-11-23T09:00:00Z"},
				{"firstActivity": "2026-11-23T09:00:00Z"}"""));
		assertThat(timeline.lanes()).extracting(TimelineView.Lane::name)
			.containsExactly("Initial access", "Impact", "Malware", "No category");
	}

	@Test
	void barsAreAsLongAsTheirActivity() {
		List<TimelineView.Bar> bars = timeline(
				alerts("""
						{"severity": "High", "firstActivity": "2026-11-23T08:00:00Z", "lastActivity": "2026-11-23T08:30:00Z"},
						{"severity": "Low", "firstActivity": "2026-11-23T08:30:00Z", "lastActivity": "2026-11-23T09:00:00Z"}"""))
			.lanes()
			.get(0)
			.bars();
		assertThat(bars).extracting(TimelineView.Bar::level).containsExactly("high", "low");
		assertThat(bars.get(0).x() + bars.get(0).width()).isEqualTo(bars.get(1).x());
	}

	@Test
	void labelsNeverTouchAndNothingLeavesThePicture() {
		TimelineView timeline = timeline(SampleIncidents.large(150, 0).alerts());
		assertThat(timeline.lanes()).allSatisfy((lane) -> assertThat(lane.bars()).allSatisfy((bar) -> {
			assertThat(bar.x()).isBetween(timeline.left(), timeline.right());
			assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(timeline.right());
			assertThat(bar.y()).isBetween(lane.top(), lane.top() + lane.height() - TimelineView.Bar.HEIGHT);
			assertThat(lane.bars()).filteredOn((other) -> other != bar && other.y() == bar.y())
				.allMatch((other) -> other.x() + other.width() < bar.x() || bar.x() + bar.width() < other.x());
		}));
	}

	@Test
	void alertsAtOneMomentAreDrawnToo() {
		TimelineView timeline = timeline(alerts("""
				{"firstActivity": "2026-11-23T08:00:00Z"}, {"firstActivity": "2026-11-23T08:00:00Z"}"""));
		assertThat(timeline.lanes().get(0).bars()).hasSize(2).extracting(TimelineView.Bar::y).doesNotHaveDuplicates();
	}

	@Test
	void anActivityThatEndsBeforeItBeginsIsDrawnAsAMoment() {
		assertThat(timeline(alerts("""
				{"firstActivity": "2026-11-23T08:00:00Z", "lastActivity": "1999-01-01T00:00:00Z"},
				{"firstActivity": "2026-11-23T09:00:00Z"}""")).from().iso()).isEqualTo("2026-11-23T08:00:00Z");
	}

	@Test
	void alertsWithoutATimeAreCountedAndWithoutAnyThereIsNoPicture() {
		assertThat(timeline(alerts("{}, {\"creationTime\": \"2026-11-23T08:00:00Z\"}")).untimed()).isEqualTo(1);
		assertThat(AlertTimeline.of(alerts("{}"), Instant.EPOCH)).isNull();
	}

	@Test
	void aTitleCannotTurnTheRestOfItsLabelAround() {
		assertThat(timeline(alerts("""
				{"title": "שלום \\u202e", "firstActivity": "2026-11-23T08:00:00Z"}""")).lanes()
			.get(0)
			.bars()
			.get(0)
			.label()).isEqualTo("1 Unspecified · \u2068שלום ‹U+202E›\u2069");
	}

	private static TimelineView timeline(List<Alert> alerts) {
		return Objects.requireNonNull(AlertTimeline.of(alerts, Instant.parse("2026-11-23T12:00:00Z")));
	}

	private static List<Alert> alerts(String alerts) {
		return SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [" + alerts + "]}").alerts();
	}

}
