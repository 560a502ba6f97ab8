package io.watchfloor.web.entity;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntitySearchTests {

	static Stream<Incident> incidents() {
		return Stream.of(SampleIncidents.story(), SampleIncidents.published(924565), SampleIncidents
			.published(924521), SampleIncidents.published(924518), SampleIncidents.of("""
					{"incidentId": 1, "alerts": [{"entities": [{"entityType": "MailBox", "mailboxDisplayName": "Ada",
					"userPrincipalName": "ada@contoso.com"}, {"entityType": "User", "accountName": "ada",
					"domainName": "CONTOSO"}]}]}"""));
	}

	@ParameterizedTest
	@MethodSource("incidents")
	void theQueueKnowsEveryAssetByTheNameThatIsLookedFor(Incident incident) {
		List<String> assets = searches(incident).map(EntitySearch::asset).filter(Objects::nonNull).toList();
		assertThat(assets).isNotEmpty();
		assertThat(Facet.ASSET.values(IncidentSummary.of(incident))).containsAll(assets);
	}

	@Test
	void evidenceIsLookedForByWhatTheQueueSearches() {
		assertThat(searches(SampleIncidents.story()).map(EntitySearch::words).filter(Objects::nonNull)).contains(
				"powershell.exe", "5de839186691aa96ee2ca6d74f0a38fb8d1bd6dd", "203.0.113.77",
				"https://cdn.fabrikam-billing.example/u/upd.dll");
	}

	@Test
	void theAddressHoldsNothingThatMeansSomethingElseThere() {
		assertThat(new EntitySearch("a&b=c#d/?", null).query()).isEqualTo("asset=a%26b%3Dc%23d%2F%3F");
		assertThat(new EntitySearch(null, "\"><b ü").query()).isEqualTo("q=%22%3E%3Cb%20%C3%BC");
	}

	@Test
	void whatIsTooLongForAnAddressIsNotLookedFor() {
		assertThat(searches(SampleIncidents.of("""
				{"incidentId": 1, "alerts": [{"entities": [{"entityType": "Url", "url": "http://x.example/%s"}]}]}"""
			.formatted("x".repeat(600))))).isEmpty();
	}

	@Test
	void whatHasTooManyWordsForASearchIsNotLookedFor() {
		assertThat(EntitySearch.words("a ".repeat(20).strip())).isNotNull();
		assertThat(EntitySearch.words("a ".repeat(21).strip())).isNull();
	}

	private static Stream<EntitySearch> searches(Incident incident) {
		Entities entities = Entities.of(incident.alerts(), SourceDetails.ALL);
		return Stream.concat(entities.groups(true).stream(), entities.groups(false).stream())
			.flatMap((group) -> group.entities().stream())
			.<EntitySearch>mapMulti((entity, kept) -> {
				if (entity.search() != null) {
					kept.accept(entity.search());
				}
			});
	}

}
