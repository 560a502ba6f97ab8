package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.defender.Alert;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AlertStoryTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	@Test
	void lanesComeInTheOrderOfAnAttackAndOtherCategoriesLast() {
		assertThat(only(story(StoryGrouping.NONE, """
				{"category": "Malware", "firstActivity": "2026-11-23T08:00:00Z"},
				{"category": "Impact", "firstActivity": "2026-11-23T08:10:00Z"},
				{"category": "InitialAccess", "firstActivity": "2026-11-23T09:00:00Z"},
				{"firstActivity": "2026-11-23T09:00:00Z"}""")).lanes()).extracting(StoryView.Lane::name)
			.containsExactly("Initial access", "Impact", "Malware", "No category");
	}

	@Test
	void barsAreAsLongAsTheirActivity() {
		List<StoryView.Bar> bars = bars(story(StoryGrouping.NONE,
				"""
						{"severity": "High", "firstActivity": "2026-11-23T08:00:00Z", "lastActivity": "2026-11-23T08:30:00Z"},
						{"severity": "Low", "firstActivity": "2026-11-23T08:30:00Z", "lastActivity": "2026-11-23T09:00:00Z"}"""));
		assertThat(bars).extracting(StoryView.Bar::level).containsExactly("high", "low");
		assertThat(bars.get(0).end()).isEqualTo(bars.get(1).x());
	}

	@Test
	void labelsNeverTouchAndNothingLeavesThePicture() {
		for (StoryGrouping grouping : StoryGrouping.values()) {
			for (StoryView.Group group : story(grouping, SampleIncidents.large(150, 0).alerts()).groups()) {
				group.lanes().forEach(AlertStoryTests::checkRoom);
			}
		}
	}

	private static void checkRoom(StoryView.Lane lane) {
		assertThat(lane.bars()).allSatisfy((bar) -> {
			assertThat(left(bar)).isNotNegative();
			assertThat(right(bar)).isLessThanOrEqualTo(StoryLanes.NARROWEST);
			assertThat(bar.top()).isBetween(lane.top(), lane.top() + lane.height() - StoryRows.HEIGHT);
			assertThat(lane.bars()).filteredOn((other) -> other != bar && other.top() == bar.top())
				.allMatch((other) -> right(other) < left(bar) || right(bar) < left(other));
		});
	}

	@Test
	void aTitleIsShortenedToTheRoomThatALongBarLeaves() {
		StoryView.Bar bar = bars(story(StoryGrouping.NONE, """
				{"title": "Beacon to a command-and-control server somewhere", "severity": "High",
				 "firstActivity": "2026-11-23T02:00:00Z", "lastActivity": "2026-11-23T07:30:00Z"},
				{"firstActivity": "2026-11-23T00:00:00Z"}""")).stream()
			.filter((candidate) -> candidate.number() == 1)
			.findFirst()
			.orElseThrow();
		assertThat(bar.label()).startsWith("1 High: \u2068Beacon").endsWith("…\u2069");
		assertThat(left(bar)).isNotNegative();
		assertThat(right(bar)).isLessThanOrEqualTo(StoryLanes.NARROWEST);
	}

	@Test
	void oneDeviceUnderTwoNamesHasOneGroup() {
		assertThat(story(StoryGrouping.DEVICE,
				"""
						{"firstActivity": "2026-11-23T08:00:00Z", "devices": [{"mdatpDeviceId": "1", "deviceDnsName": "ws-042"}]},
						{"firstActivity": "2026-11-23T09:00:00Z",
						 "devices": [{"mdatpDeviceId": "1", "deviceDnsName": "ws-042.contoso.com"}]}""")
			.groups()).singleElement()
			.satisfies((group) -> assertThat(group.name()).isEqualTo("ws-042.contoso.com"))
			.satisfies((group) -> assertThat(group.alerts()).isEqualTo("2 alerts"));
	}

	@Test
	void alertsAtOneMomentAreDrawnToo() {
		assertThat(bars(story(StoryGrouping.NONE, """
				{"firstActivity": "2026-11-23T08:00:00Z"}, {"firstActivity": "2026-11-23T08:00:00Z"}"""))).hasSize(2)
			.extracting(StoryView.Bar::top)
			.doesNotHaveDuplicates();
	}

	@Test
	void anActivityThatEndsBeforeItBeginsIsDrawnAsAMoment() {
		StoryView story = story(StoryGrouping.NONE, """
				{"firstActivity": "2026-11-23T08:00:00Z", "lastActivity": "1999-01-01T00:00:00Z"},
				{"firstActivity": "2026-11-23T09:00:00Z"}""");
		assertThat(story.from().iso()).isEqualTo("2026-11-23T08:00:00Z");
		assertThat(bars(story).get(0).width()).isZero();
	}

	@Test
	void alertsWithoutATimeAreCountedAndWithoutAnyThereIsNoStory() {
		assertThat(story(StoryGrouping.NONE, "{}, {\"creationTime\": \"2026-11-23T08:00:00Z\"}").untimed())
			.isEqualTo(1);
		assertThat(AlertStory.of(alerts("{}"), StoryGrouping.NONE, "/incidents/1", NOW)).isNull();
	}

	@Test
	void aTitleCannotTurnTheRestOfItsLabelAround() {
		assertThat(bars(story(StoryGrouping.NONE, """
				{"title": "שלום \\u202e", "firstActivity": "2026-11-23T08:00:00Z"}""")).get(0).label())
			.isEqualTo("1 Unspecified: \u2068שלום ‹U+202E›\u2069");
	}

	@Test
	void groupsComeInTheOrderOfTheirFirstActivityWithAllTheirAlerts() {
		assertThat(story(StoryGrouping.DEVICE, """
				{"severity": "Low", "firstActivity": "2026-11-23T08:00:00Z"},
				{"severity": "Medium", "firstActivity": "2026-11-23T08:10:00Z", "devices": [{"deviceDnsName": "ws-1"}]},
				{"severity": "High", "firstActivity": "2026-11-23T08:20:00Z",
				 "devices": [{"deviceDnsName": "WS-1"}, {"deviceDnsName": "srv-2"}, {"deviceDnsName": "srv-2"}]}""")
			.groups()).extracting(StoryView.Group::name, StoryView.Group::alerts, (group) -> group.severity().label())
			.containsExactly(tuple("No device named", "1 alert", "Low"), tuple("ws-1", "2 alerts", "High"),
					tuple("srv-2", "1 alert", "High"));
	}

	@Test
	void linksToAnAlertLeadToTheFirstOfItsBars() {
		assertThat(story(StoryGrouping.DEVICE,
				"""
						{"firstActivity": "2026-11-23T08:00:00Z", "devices": [{"deviceDnsName": "a"}, {"deviceDnsName": "b"}]}""")
			.groups()).extracting((group) -> group.lanes().get(0).bars().get(0).anchor()).containsExactly(true, false);
	}

	@Test
	void usersAreKnownByTheirNameOrTheirMailbox() {
		assertThat(story(StoryGrouping.USER, """
				{"firstActivity": "2026-11-23T08:00:00Z", "entities": [
				 {"entityType": "User", "userPrincipalName": "ada@contoso.com"},
				 {"entityType": "Mailbox", "mailboxAddress": "shared@contoso.com"}]},
				{"firstActivity": "2026-11-23T08:10:00Z",
				 "entities": [{"entityType": "MailBox", "mailboxAddress": "bo@contoso.com"}]}""").groups())
			.extracting(StoryView.Group::name)
			.containsExactly("ada@contoso.com", "bo@contoso.com");
	}

	@Test
	void aFleetIsPutTogetherSoThatThePictureStaysBounded() {
		String fleet = IntStream.range(0, 200)
			.mapToObj((device) -> "{\"deviceDnsName\": \"ws-" + device + "\"}")
			.collect(Collectors.joining(",", "[", "]"));
		String alerts = IntStream.range(0, 150)
			.mapToObj((alert) -> "{\"firstActivity\": \"2026-11-23T08:00:00Z\", \"devices\": " + fleet + "}")
			.collect(Collectors.joining(","));
		StoryView story = story(StoryGrouping.DEVICE, alerts);
		assertThat(story.groups()).hasSize(5).last().satisfies((group) -> {
			assertThat(group.name()).isEqualTo("Others: 196 devices");
			assertThat(group.alerts()).isEqualTo("150 alerts");
		});
		assertThat(story.groups()).extracting(StoryView.Group::open).containsExactly(true, false, false, false, false);
	}

	@Test
	void theWaysToGroupLeadToThePageAsItIsOpened() {
		assertThat(
				Objects
					.requireNonNull(AlertStory.of(alerts("{\"firstActivity\": \"2026-11-23T08:00:00Z\"}"),
							StoryGrouping.USER, "/incidents/1?severity=High", NOW))
					.choices())
			.extracting(Link::address, Link::current)
			.containsExactly(tuple("/incidents/1?severity=High&story=device#story", false),
					tuple("/incidents/1?severity=High&story=user#story", true),
					tuple("/incidents/1?severity=High&story=none#story", false));
	}

	private static double left(StoryView.Bar bar) {
		double begin = bar.x() * StoryLanes.NARROWEST / 100;
		return (bar.before()) ? begin - 6 - width(bar) : begin;
	}

	private static double right(StoryView.Bar bar) {
		double end = bar.end() * StoryLanes.NARROWEST / 100;
		return (bar.before()) ? end + StoryLanes.MARK : end + 16 + width(bar);
	}

	/**
	 * At least as wide as Chromium draws it.
	 */
	private static double width(StoryView.Bar bar) {
		return 6.5 * bar.label().length();
	}

	private static StoryView.Group only(StoryView story) {
		assertThat(story.groups()).hasSize(1);
		return story.groups().get(0);
	}

	private static List<StoryView.Bar> bars(StoryView story) {
		return only(story).lanes().stream().flatMap((lane) -> lane.bars().stream()).toList();
	}

	private static StoryView story(StoryGrouping grouping, String alerts) {
		return story(grouping, alerts(alerts));
	}

	private static StoryView story(StoryGrouping grouping, List<Alert> alerts) {
		return Objects.requireNonNull(AlertStory.of(alerts, grouping, "/incidents/1", NOW));
	}

	private static List<Alert> alerts(String alerts) {
		return SampleIncidents.of("{\"incidentId\": 1, \"alerts\": [" + alerts + "]}").alerts();
	}

}
