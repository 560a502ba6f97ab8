package io.watchfloor.queue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Incident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A product is one value, by whatever word of the API it comes.
 */
class ProductWordsTests {

	@ParameterizedTest
	@CsvSource({ "MicrosoftDefenderForEndpoint, MicrosoftDefenderATP",
			"MicrosoftDefenderForEndpoint, windowsdefenderatp", "MicrosoftDefenderForOffice365, OfficeATP",
			"MicrosoftDefenderForIdentity, AzureATP", "MicrosoftDefenderForCloudApps, MicrosoftCloudAppSecurity",
			"MicrosoftDefenderForCloudApps, CloudAppSecurity", "Antivirus, WindowsDefenderAv",
			"SmartScreen, windowsDefenderSmartScreen", "Microsoft365Defender, MTP",
			"AzureADIdentityProtection, AadIdentityProtection", "AzureADIdentityProtection, AzureAdIdentityProtection",
			"CustomTi, CustomerTI", "MicrosoftDefenderForServers, AzureDefenderForServers",
			"MicrosoftDefenderForKeyVault, AzureDefenderForKeyVault", "DataLossPrevention, DataLossPrevention",
			"Whatever, Whatever" })
	void allWordsOfAProductAreOneValue(String newest, String word) {
		assertThat(IncidentSummary.of(incident(word, newest)).sources()).containsExactly(newest);
		assertThat(IncidentSummary.of(incident(newest, word)).detections()).containsExactly(newest);
		for (Facet facet : List.of(Facet.SOURCE, Facet.DETECTION)) {
			assertThat(query(facet, word)).isEqualTo(query(facet, newest));
		}
		assertThat(query(Facet.TAG, word).filters().get(Facet.TAG)).containsExactly(word);
	}

	@Test
	void bothWordsInOneAddressAreOneFilter() {
		assertThat(IncidentQuery.DEFAULT.with(Facet.SOURCE, Set.of("OfficeATP", "MicrosoftDefenderForOffice365"))
			.filters()).isEqualTo(Map.of(Facet.SOURCE, Set.of("MicrosoftDefenderForOffice365")));
	}

	private static IncidentQuery query(Facet facet, String value) {
		return IncidentQuery.DEFAULT.with(facet, Set.of(value));
	}

	private static Incident incident(String... words) {
		List<Alert> alerts = List.of(alert(words[0]), alert(words[1]));
		return new Incident(1, null, null, null, null, null, null, null, null, null, words[0], List.of(), List.of(),
				alerts, null);
	}

	private static Alert alert(String word) {
		return new Alert(null, word, word, null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, List.of(), List.of(), List.of());
	}

}
