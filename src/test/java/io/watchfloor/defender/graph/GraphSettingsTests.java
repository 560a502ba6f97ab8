package io.watchfloor.defender.graph;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GraphSettingsTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://graph.microsoft.com", "https://dod-graph.microsoft.us",
			"http://127.0.0.1:9000/graph", "https://proxy.contoso.com/graph/" })
	void anAddressMayBeThatOfACloudOrOfAProxy(URI url) {
		assertThat(new GraphSettings(url, 100).url()).isEqualTo(url);
	}

	@ParameterizedTest
	@CsvSource({ "http://graph.microsoft.com, 100, GRAPH_API_URL must",
			"https://graph.example, 0, GRAPH_CALLS_PER_MINUTE",
			"https://microsoftgraph.chinacloudapi.cn, 100, has no incidents there",
			"https://MicrosoftGraph.ChinaCloudApi.cn/x, 100, has no incidents there" })
	void aSettingThatCannotBeIsNamedAsItsUsersKnowIt(URI url, int callsPerMinute, String sentence) {
		assertThatIllegalArgumentException().isThrownBy(() -> new GraphSettings(url, callsPerMinute))
			.withMessageContaining(sentence);
	}

	@Test
	void anHourAllowsWhatItsMinutesDo() {
		assertThat(new GraphSettings(URI.create("https://graph.example"), 100).callsPerHour()).isEqualTo(6_000);
		assertThat(new GraphSettings(URI.create("https://graph.example"), Integer.MAX_VALUE).callsPerHour())
			.isEqualTo(Integer.MAX_VALUE);
	}

}
