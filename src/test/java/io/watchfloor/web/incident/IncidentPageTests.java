package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.defender.Incident;
import io.watchfloor.web.entity.EntityGroup;
import io.watchfloor.web.entity.EntityKind;
import io.watchfloor.web.entity.EntityMentions;
import io.watchfloor.web.entity.EntitySearch;
import io.watchfloor.web.entity.EntityView;
import io.watchfloor.web.entity.Fact;
import io.watchfloor.web.entity.FactValue;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.format.StatusView;
import io.watchfloor.web.parts.PageLimit;
import io.watchfloor.web.parts.Places;
import io.watchfloor.web.support.SampleEngine;
import io.watchfloor.web.support.SampleIncidents;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

class IncidentPageTests {

	private static final Instant NOW = Instant.parse("2020-09-06T19:46:57Z");

	@Test
	void theRansomwareIncidentIsShownFieldByField() {
		IncidentPage page = page(SampleIncidents.published(924565));
		assertThat(page.id()).isEqualTo(924565);
		assertThat(page.name()).isEqualTo("Ransomware activity");
		assertThat(page.severity()).isEqualTo(new SeverityView("Medium", "medium", 3));
		assertThat(page.status()).isEqualTo(new StatusView("Active", "active"));
		assertThat(page.owner()).isNull();
		assertThat(page.classification()).isEqualTo("Not classified");
		assertThat(page.age()).isEqualTo("4 h 59 min");
		assertThat(page.tags()).isEmpty();
		assertThat(page.mergedInto()).isNull();
		assertThat(page.portal()).isEqualTo("https://security.microsoft.com/incidents/924565?tid=tenant");
		assertThat(texts(page.facts())).containsExactly(entry("Classification", List.of("Not classified")),
				entry("Determination", List.of("Not set")),
				entry("Time to detect", List.of("2 d 9 h, from the first activity to the creation")),
				entry("Service sources", List.of("Defender for Cloud Apps")));
		assertThat(page.milestones()).extracting(Milestone::label, (point) -> point.time().text(), Milestone::since)
			.containsExactly(tuple("First activity", "2020-09-04 05:22:59 UTC", null),
					tuple("Detected", "2020-09-06 14:46:55 UTC", "2 d 9 h later"),
					tuple("Incident created", "2020-09-06 14:46:57 UTC", "1 s later"),
					tuple("Last update", "2020-09-06 14:46:57 UTC", "at once"));
		assertThat(page.comments()).extracting(CommentView::author, CommentView::text)
			.containsExactly(tuple("secop123@contoso.com", "test comment for docs"));
	}

	@Test
	void anAgeAndHowLongItTookAreTold() {
		IncidentPage page = page(SampleIncidents.of("""
				{"incidentId": 1, "status": "Resolved", "classification": "TruePositive",
				 "createdTime": "2020-09-05T18:00:00Z", "lastUpdateTime": "2020-09-06T18:00:00Z",
				 "alerts": [{"firstActivity": "2020-09-05T17:30:00Z"}, {"firstActivity": "2020-09-05T17:00:00Z"}]}"""));
		assertThat(page.age()).isEqualTo("1 d 1 h");
		assertThat(page.classification()).isEqualTo("True positive");
		assertThat(texts(page.facts())).contains(
				entry("Time to detect", List.of("1 h, from the first activity to the creation")),
				entry("Time to resolve", List.of("1 d 1 h, from the first activity to the last update")));
	}

	@Test
	void aTimeThatIsUnknownIsSaidAmongTheMilestones() {
		IncidentPage page = page(SampleIncidents.of("{\"incidentId\": 1}"));
		assertThat(page.milestones()).containsExactly(new Milestone("Incident created", TimeView.UNKNOWN, null),
				new Milestone("Last update", TimeView.UNKNOWN, null));
		String overview = new SampleEngine().render("incident/summary", "overview",
				Map.of("incident", page, "limit", PageLimit.ofOnePage(), "places", Places.onOnePage()));
		assertThat(Jsoup.parse(overview).select("li").eachText()).containsExactly("Incident created time unknown",
				"Last update time unknown");
	}

	@Test
	void aResolvedIncidentIsKnownInAnyCase() {
		IncidentPage page = page(SampleIncidents.of("""
				{"incidentId": 1, "status": "resolved", "lastUpdateTime": "2020-09-06T18:00:00Z",
				 "alerts": [{"firstActivity": "2020-09-05T17:00:00Z"}]}"""));
		assertThat(texts(page.facts())).containsKey("Time to resolve");
		assertThat(page.status().style()).isEqualTo("resolved");
	}

	@Test
	void nobodysJudgementReadsTheSameOnTheIncidentAndInTheFilters() {
		for (String nothing : List.of("\"Unknown\"", "\"unknown\"", "null", "\" \"")) {
			IncidentPage page = page(SampleIncidents.of("{\"incidentId\": 1, \"classification\": " + nothing
					+ ", \"alerts\": [{\"classification\": \"Unknown\"}, {}]}"));
			assertThat(page.classification()).isEqualTo("Not classified");
			assertThat(texts(page.facts())).contains(entry("Classification", List.of("Not classified")));
			assertThat(texts(page.alerts().get(0).facts()))
				.contains(entry("Classification", List.of("Not classified")));
			assertThat(texts(page.alerts().get(1).facts())).doesNotContainKey("Classification");
		}
	}

	@Test
	void theRansomwareAlertIsShownFieldByField() {
		AlertView alert = page(SampleIncidents.published(924565)).alerts().get(0);
		assertThat(alert.number()).isEqualTo(1);
		assertThat(alert.title()).isEqualTo("Ransomware activity");
		assertThat(alert.severity().label()).isEqualTo("Medium");
		assertThat(alert.status()).isEqualTo(new StatusView("New", "new"));
		assertThat(alert.category()).isEqualTo("Impact");
		assertThat(alert.sources()).isEqualTo("Defender for Cloud Apps");
		assertThat(alert.when()).isEqualTo(new TimeView("2020-09-04T05:22:59Z", "2020-09-04 05:22:59 UTC", "2 d ago"));
		assertThat(alert.description()).startsWith("The user Test User2").endsWith("ransomware attack.");
		assertThat(alert.techniques()).isEmpty();
		assertThat(texts(alert.facts())).containsExactly(entry("First activity", List.of("2020-09-04 05:22:59 UTC")),
				entry("Last activity", List.of("2020-09-04 05:22:59 UTC")),
				entry("Raised", List.of("2020-09-06 14:46:55 UTC")),
				entry("Last update", List.of("2020-09-06 14:46:57 UTC")),
				entry("Service source", List.of("Defender for Cloud Apps")),
				entry("Detection source", List.of("Defender for Cloud Apps")),
				entry("Investigation", List.of("Unsupported alert type")),
				entry("Alert id", List.of("caD70CFEE2-1F54-32DB-9988-3A868A1EBFAC")));
		assertThat(alert.mentions()).extracting(EntityMentions::name).containsExactly("1 User", "1 IP address");
	}

	@Test
	void theRansomwareEntitiesAreShownFieldByField() {
		IncidentPage page = page(SampleIncidents.published(924565));
		EntityView user = only(page.assets(), EntityKind.USER);
		assertThat(user.title()).isEqualTo(FactValue.code("testUser2@contoso.com"));
		assertThat(user.search()).isEqualTo(new EntitySearch("testUser2@contoso.com", null));
		assertThat(user.alerts()).containsExactly(1);
		assertThat(texts(user.facts())).containsExactly(entry("Account", List.of("europe.corp.contoso\\testUser2")),
				entry("SID", List.of("S-1-5-21-1721254763-462695806-1538882281-4156657")),
				entry("Entra user id", List.of("fc8f7484-f813-4db2-afab-bc1507913fb6")));
		EntityView address = only(page.evidence(), EntityKind.IP);
		assertThat(address.title()).isEqualTo(FactValue.code("62[.]216[.]203[.]204", "62.216.203.204"));
		assertThat(address.search()).isEqualTo(new EntitySearch(null, "62.216.203.204"));
		assertThat(address.facts()).isEmpty();
	}

	@Test
	void theMimikatzIncidentIsShownFieldByField() {
		IncidentPage page = page(SampleIncidents.published(924521));
		assertThat(page.name()).isEqualTo("'Mimikatz' hacktool was detected on one endpoint");
		assertThat(page.severity().level()).isEqualTo("low");
		AlertView alert = page.alerts().get(0);
		assertThat(alert.description()).contains("targeted machines.\n\nThese tools");
		assertThat(alert.sources()).isEqualTo("Defender for Endpoint · Defender Antivirus");
		assertThat(texts(alert.facts())).contains(entry("Threat family", List.of("Mimikatz")),
				entry("Investigation", List.of("Unsupported OS")));
		EntityView device = only(page.assets(), EntityKind.DEVICE);
		assertThat(device.title()).isEqualTo(FactValue.code("user5cx.middleeast.corp.contoso.com"));
		assertThat(texts(device.facts())).containsExactly(entry("Risk score", List.of("High")),
				entry("Health", List.of("Active")), entry("Operating system", List.of("WindowsServer2016")),
				entry("Version", List.of("1607")), entry("Build", List.of("14393")), entry("Processor", List.of("x64")),
				entry("Device group", List.of("WDATP-Ring0")), entry("Device group id", List.of("9")),
				entry("First seen", List.of("2020-02-06 14:16:01 UTC")),
				entry("Defender id", List.of("24c222b0b60fe148eeece49ac83910cc6a7ef491")));
		EntityView file = only(page.evidence(), EntityKind.FILE);
		assertThat(file.title().text()).isEqualTo("Detector.UnitTests.dll");
		assertThat(texts(file.facts())).containsExactly(
				entry("Path", List
					.of("C:\\Agent\\_work\\_temp\\Deploy_SYSTEM 2020-09-06 12_14_54\\Out\\Detector.UnitTests.dll")),
				entry("SHA-1", List.of("5de839186691aa96ee2ca6d74f0a38fb8d1bd6dd")),
				entry("Seen on", List.of("user5cx.middleeast.corp.contoso.com")));
	}

	@Test
	void theMailIncidentIsShownFieldByField() {
		IncidentPage page = page(SampleIncidents.published(924518));
		assertThat(page.severity().level()).isEqualTo("informational");
		assertThat(page.alerts().get(0).category()).isEqualTo("Initial access");
		assertThat(page.alerts().get(0).status().style()).isEqualTo("in-progress");
		assertThat(texts(page.alerts().get(0).facts())).contains(entry("Assigned to", List.of("Automation")),
				entry("Investigation", List.of("Queued")));
		assertThat(page.assets()).singleElement()
			.satisfies((mailboxes) -> assertThat(mailboxes.entities()).extracting((mailbox) -> mailbox.title().text())
				.containsExactly("testUser3@contoso.com", "test.User4@contoso.com"));
		assertThat(page.evidence()).extracting(EntityGroup::name)
			.containsExactly("IP addresses", "Mail messages", "Mail clusters");
		EntityView message = only(page.evidence(), EntityKind.MAIL_MESSAGE);
		assertThat(message.title().text()).isEqualTo("[EXTERNAL] Attention");
		assertThat(texts(message.facts())).containsExactly(
				entry("User principal name", List.of("test.User4@contoso.com")),
				entry("Sender", List.of("user.abc[@]mail[.]contoso[.]co[.]in")),
				entry("Recipient", List.of("test.User4@contoso.com")));
		assertThat(page.evidence().get(2).entities()).extracting((cluster) -> cluster.title().text())
			.containsExactly("Subject;P2SenderDomain;ContentType", "Subject;SenderIp;ContentType",
					"BodyFingerprintBin1;P2SenderDomain;ContentType", "BodyFingerprintBin1;SenderIp;ContentType");
	}

	@Test
	void tacticsComeInTheOrderOfAnAttack() {
		assertThat(page(SampleIncidents.story()).tactics()).extracting(TacticView::name, TacticView::alerts)
			.containsExactly(tuple("Initial access", List.of(1)), tuple("Execution", List.of(2)),
					tuple("Persistence", List.of(3)), tuple("Credential access", List.of(4)),
					tuple("Lateral movement", List.of(5)));
	}

	@Test
	void commentsComeInTheOrderOfTime() {
		assertThat(page(SampleIncidents.story()).comments()).extracting(CommentView::author)
			.containsExactly("ada.analyst@contoso.com", "lee.lead@contoso.com");
	}

	@Test
	void alertsWithoutATimeComeLast() {
		IncidentPage page = page(SampleIncidents
			.of("""
					{"incidentId": 1, "alerts": [{"title": "never"}, {"title": "late", "creationTime": "2020-01-02T00:00:00Z"},
					{"title": "early", "creationTime": "2020-01-03T00:00:00Z", "firstActivity": "2020-01-01T00:00:00Z"}]}
					"""));
		assertThat(page.alerts()).extracting(AlertView::title).containsExactly("early", "late", "never");
	}

	@Test
	void anIncidentMergedIntoItselfIsNotMerged() {
		assertThat(page(SampleIncidents.of("{\"incidentId\": 7, \"redirectIncidentId\": 7}")).mergedInto()).isNull();
		assertThat(page(SampleIncidents.of("{\"incidentId\": 7, \"redirectIncidentId\": 0}")).mergedInto()).isNull();
		assertThat(page(SampleIncidents.of("{\"incidentId\": 7, \"redirectIncidentId\": 8}")).mergedInto())
			.isEqualTo(8);
	}

	@Test
	void unknownWordsAreShownAsTheyCame() {
		IncidentPage page = page(SampleIncidents.of("""
				{"incidentId": 1, "status": "AwaitingThing", "severity": "Apocalyptic", "alerts": [
				{"serviceSource": "MicrosoftNewThing", "category": "NewStuff"}]}"""));
		assertThat(page.status()).isEqualTo(new StatusView("AwaitingThing", "other"));
		assertThat(page.severity()).isEqualTo(new SeverityView("Apocalyptic", "unknown", 0));
		assertThat(page.alerts().get(0).sources()).isEqualTo("MicrosoftNewThing");
		assertThat(page.alerts().get(0).category()).isEqualTo("NewStuff");
	}

	private static IncidentPage page(Incident incident) {
		return IncidentPage.of(incident, "tenant", NOW, SourceDetails.ALL);
	}

	private static EntityView only(List<EntityGroup> groups, EntityKind kind) {
		return groups.stream()
			.filter((group) -> group.kind() == kind)
			.flatMap((group) -> group.entities().stream())
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, List<String>> texts(List<Fact> facts) {
		Map<String, List<String>> texts = new LinkedHashMap<>();
		facts.forEach((fact) -> texts.put(fact.label(), fact.values().stream().map(FactValue::text).toList()));
		return texts;
	}

}
