package io.watchfloor.signin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnAddressTests {

	@Test
	void isThePageThatWasAskedForWithItsQuery() {
		assertThat(ReturnAddress.of(request("GET", "/incidents", "severity=High&q=a%20b")))
			.isEqualTo("/incidents?severity=High&q=a%20b");
	}

	@Test
	void isTheFrontPageForWhatCannotBeAskedAgain() {
		assertThat(ReturnAddress.of(request("POST", "/token/reveal", ""))).isEqualTo("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/", "/\\evil.example/", "https://evil.example/" })
	void isNeverAnotherOrigin(String uri) {
		assertThat(ReturnAddress.of(request("GET", uri, "x=1"))).isEqualTo("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "incidents", "//evil.example/", "/\\evil.example/", "https://evil.example/",
			"/\r\nSet-Cookie: a=b", "/a\tb", "javascript:alert(1)" })
	void isNeverWhatNoPageCanHaveAsItsAddress(String named) {
		assertThat(ReturnAddress.of(request("POST", "/sign-in/again", ""), named)).isEqualTo("/");
	}

	@Test
	void isNotLongerThanFitsIntoACookie() {
		assertThat(ReturnAddress.of(request("GET", "/incidents", "q=" + "a".repeat(400)))).hasSizeGreaterThan(400);
		assertThat(ReturnAddress.of(request("GET", "/incidents", "q=" + "a".repeat(500)))).isEqualTo("/incidents");
		assertThat(ReturnAddress.of(request("GET", "/" + "a".repeat(500), ""))).isEqualTo("/");
	}

	private static MockHttpServletRequest request(String method, String uri, String query) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, uri);
		request.setQueryString(query.isEmpty() ? null : query);
		return request;
	}

}
