package io.watchfloor.web.problem;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.frame.ReturnPath;
import io.watchfloor.web.frame.Theme;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold of parameters, the theme's cookie, forms and foreign texts, whatever
 * they are.
 */
final class SpoiltRequests {

	private static final URI HERE = URI.create("http://localhost/");

	private SpoiltRequests() {
	}

	/**
	 * A query: a view that survives being written as an address, or a parameter that is
	 * named.
	 */
	static void query(byte[] query) {
		try {
			IncidentQuery view = IncidentQueryParameters.parse(parameters(text(query)));
			String address = IncidentQueryParameters.address("/incidents", view);
			assertThat(address).matches("[\\x21-\\x7e]+");
			String again = address.substring(Math.min(address.length(), "/incidents?".length()));
			assertThat(IncidentQueryParameters.parse(parameters(again))).isEqualTo(view);
		}
		catch (BadParameterException ex) {
			assertThat(Problem.of(ex).happened()).contains(ex.parameter());
		}
	}

	private static MultiValueMap<String, String> parameters(String query) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		for (String pair : query.split("&")) {
			String[] parts = pair.split("=", 2);
			parameters.add(parts[0], (parts.length == 2) ? decoded(parts[1]) : "");
		}
		return parameters;
	}

	private static String decoded(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return value;
		}
	}

	/**
	 * The cookie that remembers the theme.
	 */
	static void theme(byte[] value) {
		assertThat(Theme.of(text(value))).isNotNull();
	}

	/**
	 * Where a form goes back to.
	 */
	static void back(byte[] back) {
		URI target = ReturnPath.of(text(back), new MockHttpServletRequest());
		assertThat(target.toString()).startsWith("/").doesNotStartWith("//").doesNotContain("\\", "\r", "\n");
		assertThat(HERE.resolve(target).getAuthority()).isEqualTo("localhost");
	}

	/**
	 * A text that an attacker wrote.
	 */
	static void foreignText(byte[] bytes) {
		String text = text(bytes);
		assertThat(ForeignText.lineOr(text, "-")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
