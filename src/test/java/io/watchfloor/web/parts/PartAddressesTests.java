package io.watchfloor.web.parts;

import java.util.List;
import java.util.stream.IntStream;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.web.address.IncidentQueryParameters;
import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class PartAddressesTests {

	private static final PartAddresses BARE = new PartAddresses("/app/incidents", 7, IncidentQuery.DEFAULT);

	@Test
	void aPartKeepsTheViewThatTheIncidentWasOpenedFromButHasPagesOfItsOwn() {
		PartAddresses addresses = new PartAddresses("/app/incidents", 7, query("severity", "High", "page", "4"));
		assertThat(addresses.incident()).isEqualTo("/app/incidents/7?severity=High");
		assertThat(addresses.evidence()).isEqualTo("/app/incidents/7/evidence?severity=High");
		assertThat(addresses.part(IncidentPart.EVIDENCE, 3))
			.isEqualTo("/app/incidents/7/evidence?severity=High&page=3");
		assertThat(addresses.named(IncidentPart.ASSETS, 12, 1))
			.isEqualTo("/app/incidents/7/assets?severity=High&alert=12");
		assertThat(addresses.print()).isEqualTo("/app/incidents/7/print?severity=High");
		assertThat(addresses.sheet()).isEqualTo("/app/incidents/7/print?severity=High&short");
		assertThat(BARE.sheet()).isEqualTo("/app/incidents/7/print?short");
	}

	@Test
	void inPartsALinkLeadsToThePageThatHoldsWhatItNames() {
		List<String> evidence = IntStream.rangeClosed(1, 2 * IncidentPart.EVIDENCE.size())
			.mapToObj((number) -> "entity-" + number)
			.toList();
		String last = evidence.get(evidence.size() - 1);
		Places places = Places.inParts(BARE, BARE.part(IncidentPart.EVIDENCE, 2), List.of("entity-0"), evidence);
		assertThat(places.entity("entity-1")).isEqualTo("/app/incidents/7/evidence#entity-1");
		assertThat(places.entity(last)).as("on the same page").isEqualTo("#" + last);
		assertThat(places.entity("entity-0")).isEqualTo("/app/incidents/7/assets#entity-0");
		int second = IncidentPart.ALERTS.size() + 1;
		assertThat(places.alert(second)).isEqualTo("/app/incidents/7/alerts?page=2#alert-" + second);
		assertThat(places.alert(second - 1)).isEqualTo("/app/incidents/7/alerts#alert-" + (second - 1));
		assertThat(places.story(3)).isEqualTo("/app/incidents/7#story");
		assertThat(places.namedBy(3, false)).isEqualTo("/app/incidents/7/evidence?alert=3");
	}

	@Test
	void onOnePageEveryLinkStaysThere() {
		Places places = Places.onOnePage();
		assertThat(List.of(places.alert(3), places.entity("entity-4"), places.story(3), places.namedBy(3, true)))
			.containsExactly("#alert-3", "#entity-4", "#story-3", "#assets");
	}

	private static IncidentQuery query(String... pairs) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			parameters.add(pairs[i], pairs[i + 1]);
		}
		return IncidentQueryParameters.parse(parameters);
	}

}
