package io.watchfloor.web.address;

import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PortalLinkTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://security.microsoft.com/incidents/7?tid=t", "https://security.microsoft.us/x" })
	void theAddressInTheAnswerIsUsedWhenItIsThePortals(String url) {
		assertThat(link(url)).isEqualTo(url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "http://security.microsoft.com/", "https://security.microsoft.com.evil.example/",
			"https://evil.example/security.microsoft.com", "https://security.microsoft.com@evil.example/",
			"https://x@security.microsoft.com/", "https://security.microsoft.com:8443/", "javascript:alert(1)",
			"//security.microsoft.com/", "https:///security.microsoft.com/",
			"https://security.microsoft.com\\@evil.example" })
	void anyOtherIsBuiltFromIncidentAndTenant(String url) {
		assertThat(link(url)).isEqualTo("https://security.microsoft.com/incidents/7?tid=a%26b");
	}

	private static String link(String url) {
		return PortalLink.of(SampleIncidents
			.of("{\"incidentId\": 7, \"incidentUri\": %s}".formatted(JsonMapper.shared().writeValueAsString(url))),
				"a&b");
	}

}
