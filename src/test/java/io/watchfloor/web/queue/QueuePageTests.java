package io.watchfloor.web.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchScope;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.Facets;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.ProductNames;
import io.watchfloor.web.format.SeverityView;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueuePageTests {

	private static final Viewpoint ADA = new Viewpoint("ada.analyst@contoso.com", QueueIncidents.NOW,
			AttentionSettings.DEFAULT);

	private static final Freshness FRESH = new Freshness("14:03:10 UTC", null, false, true, null, null, null);

	private static final Instant LATER = QueueIncidents.NOW.plusSeconds(200);

	private static final Facets COUNTS = new Facets(
			Map.of(Facet.SEVERITY, List.of(new Facets.Count("Medium", 20), new Facets.Count("High", 12)), Facet.OS,
					List.of(new Facets.Count("Windows11", 30))));

	private static final IncidentQuery HIGH = IncidentQuery.DEFAULT.with(Facet.SEVERITY, Set.of("High"));

	@Test
	void rowsAreWrittenOut() {
		IncidentRow row = page(IncidentQuery.DEFAULT, 120, 2).rows().get(0);
		assertThat(row.address()).isEqualTo("/app/incidents/924600");
		assertThat(row.severity()).isEqualTo(SeverityView.of("High"));
		assertThat(row.created()).isEqualTo("2026-11-23T14:00:10Z");
		assertThat(row.age()).isEqualTo("3 min");
		assertThat(row.assignee()).isNull();
		assertThat(row.sources()).isEqualTo("Endpoint");
		assertThat(row.tags()).containsExactly("Executive", "Ransomware playbook");
	}

	@Test
	void aRowNamesTwoSourcesAndCountsTheOthers() {
		assertThat(row("""
				{"incidentId": 1, "alerts": [{"serviceSource": "MicrosoftDefenderForEndpoint"},
				 {"serviceSource": "AzureATP"}, {"serviceSource": "MCAS"}, {"serviceSource": "OfficeATP"}]}""")
			.sources()).matches("[A-Za-z0-9 ]+, [A-Za-z0-9 ]+ \\+2");
	}

	@Test
	void aNameOrTagThatWouldFillScreensIsCutInARow() {
		IncidentRow row = row("{\"incidentId\": 1, \"incidentName\": \"%s\", \"tags\": [\"%s\", \"%s\"]}"
			.formatted("W".repeat(300), "t".repeat(301), "x"));
		assertThat(row.name()).isEqualTo("W".repeat(300));
		assertThat(row.tags()).containsExactlyInAnyOrder("t".repeat(299) + "…", "x");
	}

	@Test
	void anIncidentWithoutANameIsCalledByItsNumber() {
		assertThat(page(IncidentQuery.DEFAULT, 7, 7).rows().get(6).name()).isEqualTo("Incident 924594");
	}

	@Test
	void everyFilterIsAChipWhoseLinkLiftsItAlone() {
		IncidentQuery query = HIGH.with(Facet.ASSIGNED_TO, Set.of(Facet.ME))
			.withTerms(List.of(SearchTerm.of("a"), new SearchTerm(SearchScope.USER, "Ada L", true)))
			.with(TimeRange.between(Instant.parse("2026-11-01T00:00:00Z"), null));
		assertThat(page(query, 3, 3).chips()).containsExactly(
				Link.to("Severity: High",
						"/app/incidents?assignedTo=me&q=a+-user%3A%22Ada+L%22&from=2026-11-01T00%3A00%3A00Z"),
				Link.to("Assignee: Me",
						"/app/incidents?severity=High&q=a+-user%3A%22Ada+L%22&from=2026-11-01T00%3A00%3A00Z"),
				Link.to("Search: a",
						"/app/incidents?severity=High&assignedTo=me&q=-user%3A%22Ada+L%22&from=2026-11-01T00%3A00%3A00Z"),
				Link.to("Search: -user:\"Ada L\"",
						"/app/incidents?severity=High&assignedTo=me&q=a&from=2026-11-01T00%3A00%3A00Z"),
				Link.to("Updated: from 2026-11-01 00:00 UTC",
						"/app/incidents?severity=High&assignedTo=me&q=a+-user%3A%22Ada+L%22"));
	}

	@Test
	void aSensorIsCalledInTheFiltersAsOnAnIncident() {
		assertThat(FilterMenu.label(Facet.DETECTION, "WindowsDefenderAv")).isEqualTo("Defender Antivirus")
			.isEqualTo(ProductNames.of("WindowsDefenderAv"));
		assertThat(FilterMenu.label(Facet.DETECTION, "MCAS")).isEqualTo("Cloud Apps");
		assertThat(FilterMenu.label(Facet.DETECTION, "NewSensor")).isEqualTo("NewSensor");
	}

	@Test
	void menusOfferValuesWithTheirCountsAndThoseWantedFirst() {
		FilterMenus menus = FilterMenus.of(HIGH, COUNTS, SourceDetails.ALL);
		assertThat(menus.usual()).singleElement()
			.isEqualTo(new FilterMenu("severity", "Severity",
					List.of(new FilterMenu.Option("High", "High", 12, true, false),
							new FilterMenu.Option("Medium", "Medium", 20, false, false)),
					1, 0, null));
		assertThat(menus.further()).extracting(FilterMenu::label).containsExactly("Operating system");
		assertThat(menus.furtherWanted()).isZero();
	}

	@Test
	void severitiesAndStatesStandInTheirOwnOrder() {
		Facets counts = new Facets(Map.of(Facet.SEVERITY,
				List.of(new Facets.Count("Unspecified", 9), new Facets.Count("low", 7), new Facets.Count("Medium", 5),
						new Facets.Count("Informational", 3), new Facets.Count("High", 1)),
				Facet.STATUS, List.of(new Facets.Count("Resolved", 8), new Facets.Count("Waiting", 6),
						new Facets.Count("InProgress", 4), new Facets.Count("Active", 2))));
		IncidentQuery query = IncidentQuery.DEFAULT.with(Facet.SEVERITY, Set.of("Low"));
		assertThat(FilterMenu.of(Facet.SEVERITY, query, counts, SourceDetails.ALL).options())
			.extracting(FilterMenu.Option::value)
			.containsExactly("High", "Medium", "Low", "Informational", "Unspecified");
		assertThat(FilterMenu.of(Facet.STATUS, query, counts, SourceDetails.ALL).options())
			.extracting(FilterMenu.Option::value)
			.containsExactly("Active", "InProgress", "Resolved", "Waiting");
	}

	@Test
	void theStatusMenuSaysWhichStatesOpenStandsFor() {
		Facets counts = new Facets(
				Map.of(Facet.STATUS, List.of(new Facets.Count("open", 8), new Facets.Count("AwaitingAction", 6))));
		IncidentQuery query = IncidentQuery.DEFAULT.with(Facet.STATUS, Set.of("Open"));
		assertThat(FilterMenu.of(Facet.STATUS, query, counts, SourceDetails.ALL).options()).containsExactly(
				new FilterMenu.Option("Open", "Open: all but resolved and redirected", 8, true, false),
				new FilterMenu.Option("AwaitingAction", "Awaiting action", 6, false, false));
		assertThat(page(query, 3, 3).chips()).containsExactly(Link.to("Status: Open", "/app/incidents"));
	}

	@Test
	void aViewOfMineSaysWhenItIsNotKnownWhoThatIs() {
		IncidentQuery mine = IncidentQuery.DEFAULT.with(Facet.ASSIGNED_TO, Set.of("Me"));
		Viewpoint nobody = new Viewpoint(Set.of(), QueueIncidents.NOW, AttentionSettings.DEFAULT);
		assertThat(QueuePage.of("/incidents", new Selection(mine, 0, List.of()), nobody, FRESH, SourceDetails.ALL)
			.nobodyIsMe()).isTrue();
		assertThat(QueuePage.of("/incidents", new Selection(HIGH, 0, List.of()), nobody, FRESH, SourceDetails.ALL)
			.nobodyIsMe()).isFalse();
		assertThat(page(mine, 0, 0).nobodyIsMe()).isFalse();
	}

	@Test
	void hundredsOfFiltersHaveOneChipForTheLastOfThem() {
		Set<String> tags = IntStream.range(100, 600).mapToObj((number) -> "tag" + number).collect(Collectors.toSet());
		List<Link> chips = page(HIGH.with(Facet.TAG, tags), 3, 3).chips();
		assertThat(chips).hasSize(31);
		assertThat(chips.get(30).label()).isEqualTo("and 471 more filters");
		assertThat(chips.get(30).address()).contains("severity=High", "tag=tag128").doesNotContain("tag=tag129");
		assertThat(chips.get(0).address()).doesNotContain("severity=High").contains("tag=tag100", "tag=tag599");
	}

	@Test
	void aWantedValueThatNoIncidentHasStaysInItsMenu() {
		FilterMenus menus = FilterMenus.of(IncidentQuery.DEFAULT.with(Facet.TAG, Set.of("Gone")), COUNTS,
				SourceDetails.ALL);
		assertThat(menus.usual()).filteredOn((menu) -> menu.parameter().equals("tag"))
			.singleElement()
			.extracting(FilterMenu::options)
			.isEqualTo(List.of(new FilterMenu.Option("Gone", "Gone", 0, true, false)));
	}

	@Test
	void headsSortByTheirColumnAndTheCurrentOneTheOtherWayRound() {
		List<ColumnHead> columns = page(HIGH, 3, 3).columns();
		assertThat(columns).filteredOn((column) -> !column.sorted().equals("none"))
			.containsExactly(new ColumnHead("Updated, UTC", "col-updated", "/app/incidents?severity=High&sort=updated",
					"descending"));
		assertThat(columns).filteredOn((column) -> column.label().equals("Alerts"))
			.extracting(ColumnHead::address)
			.containsExactly("/app/incidents?severity=High&sort=-alerts");
	}

	@Test
	void aMenuSaysOfAClassificationThatNobodyGaveThatItIsNotThere() {
		assertThat(FilterMenu.label(Facet.CLASSIFICATION, "Unknown")).isEqualTo("Not classified");
		assertThat(FilterMenu.label(Facet.CLASSIFICATION, "FalsePositive")).isEqualTo("False positive");
		assertThat(FilterMenu.label(Facet.INVESTIGATION, "Unknown")).isEqualTo("Unknown");
	}

	@Test
	void thePagerKeepsTheView() {
		IncidentQuery second = HIGH.with(IncidentOrder.of("-alerts").orElseThrow()).onPage(2);
		Pager pager = page(second, 120, 50).pager();
		assertThat(pager.text()).isEqualTo("51 to 100 of 120");
		assertThat(pager.previous()).isEqualTo("/app/incidents?severity=High&sort=-alerts");
		assertThat(pager.next()).isEqualTo("/app/incidents?severity=High&sort=-alerts&page=3");
		assertThat(pager.sizes()).extracting(Link::label).containsExactly("25", "50", "100", "200");
	}

	@Test
	void aPageBehindTheLastLeadsBackToTheLast() {
		Pager pager = page(IncidentQuery.DEFAULT.onPage(99), 120, 0).pager();
		assertThat(pager.text()).isEqualTo("This page is after the last");
		assertThat(pager.previous()).isEqualTo("/app/incidents?page=3");
		assertThat(pager.next()).isEmpty();
		assertThat(pager.behind()).isTrue();
		assertThat(page(IncidentQuery.DEFAULT.onPage(99), 0, 0).pager().behind()).isFalse();
	}

	@Test
	void aSearchKeepsWhatHasNoField() {
		IncidentQuery query = HIGH.with(Facet.ASSET, Set.of("ws-1"))
			.with(IncidentOrder.of("name").orElseThrow())
			.onPage(2);
		assertThat(page(query, 120, 1).hidden()).containsExactly(new IncidentQueryParameters.Pair("asset", "ws-1"));
	}

	@Test
	void anIncompleteQueueSaysHowFarItIs() {
		Instant backTo = Instant.parse("2026-11-12T08:00:00Z");
		assertThat(Freshness.of(new QueueState(QueueIncidents.NOW, 1300, backTo, false, false, null, false, false, 0),
				LATER))
			.isEqualTo(
					new Freshness("14:03:10 UTC", "1,300 read, back to 12 November", false, false, null, null, null));
	}

	@Test
	void aFailureIsSaidBesideWhatIsHeld() {
		QueueState held = new QueueState(QueueIncidents.NOW, 3, null, true, true, SampleFailures.unavailable(), false,
				false, 0);
		assertThat(Freshness.of(held, LATER))
			.isEqualTo(new Freshness("14:03:10 UTC", null, false, true, "Defender does not answer", "3 min ago", null));
		assertThat(Freshness.of(held, QueueIncidents.NOW.plusSeconds(59)).age()).isNull();
	}

	private static IncidentRow row(String incident) {
		return IncidentRow.of(IncidentSummary.of(SampleIncidents.of(incident)), ADA, "/incidents");
	}

	private static QueuePage page(IncidentQuery query, int total, int rows) {
		List<IncidentSummary> summaries = QueueIncidents.incidents(rows).stream().map(IncidentSummary::of).toList();
		return QueuePage.of("/app/incidents", new Selection(query, total, summaries), ADA, FRESH, SourceDetails.ALL);
	}

}
