package io.watchfloor.web.format;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.watchfloor.queue.SearchField;
import io.watchfloor.queue.SearchMatcher;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.SearchText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DefangTests {

	@ParameterizedTest
	@CsvSource({ "http://evil.com, hxxp://evil[.]com",
			"https://evil.com/a.b?c=d.e#f.g, hxxps://evil[.]com/a.b?c=d.e#f.g", "HTTPS://EVIL.com, hxxpS://EVIL[.]com",
			"ftp://files.evil.com/x, fxp://files[.]evil[.]com/x",
			"https://user:pw@evil.com:8443/, hxxps://user:pw[@]evil[.]com:8443/", "evil.com/a.html, evil[.]com/a.html",
			"evil.com, evil[.]com", "203.0.113.7, 203[.]0[.]113[.]7", "mailto:x@evil.com, mailto:x[@]evil[.]com",
			"https://links.example/?to=https://evil.com/x, hxxps://links[.]example/?to=hxxps://evil[.]com/x",
			"'https:\\\\evil.com\\x', 'hxxps:\\\\evil[.]com\\x'", "hxxps://evil[.]com, hxxps://evil[.]com",
			"https://[2001:db8::1]/, hxxps://[2001:db8::1]/" })
	void leavesNothingThatTurnsIntoALink(String url, String defanged) {
		assertThat(Defang.url(url)).isEqualTo(defanged);
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203[.]0[.]113[.]7", "2001:db8::7, 2001[:]db8[:][:]7",
			"::ffff:203.0.113.7, [:][:]ffff[:]203[.]0[.]113[.]7", "203[.]0[.]113[.]7, 203[.]0[.]113[.]7" })
	void anIpAddressIsNothingToFollow(String address, String defanged) {
		assertThat(Defang.ip(address)).isEqualTo(defanged);
	}

	@ParameterizedTest
	@CsvSource({ "'Invoice overdue;evil.example;1.5', 'Invoice overdue;evil[.]example;1.5'",
			"'hr@evil.example;198.51.100.7', 'hr[@]evil[.]example;198[.]51[.]100[.]7'",
			"https://evil.example/a?b=c.d, hxxps://evil[.]example/a?b=c.d", "'End. Begin', 'End. Begin'",
			"text/html;2001:db8::7, text/html;2001[:]db8[:][:]7", "curl evil.example/a.sh, curl evil[.]example/a.sh",
			"203.0.113.7:8080/x, 203[.]0[.]113[.]7:8080/x", "hr[@]evil[.]example, hr[@]evil[.]example",
			"evil.example/?to=https://evil.example/x, evil[.]example/?to=hxxps://evil[.]example/x" })
	void ofAValueThatMailsHaveInCommonEveryAddressIsDefanged(String value, String defanged) {
		assertThat(Defang.addresses(value)).isEqualTo(defanged);
	}

	@ParameterizedTest
	@CsvSource({ "billing.dept@mail.evil.example, billing.dept[@]mail[.]evil[.]example",
			"'Bank <no-reply@evil.example>', 'Bank <no-reply[@]evil[.]example>'",
			"<123.456@evil.example>, <123.456[@]evil[.]example>", "postmaster, postmaster" })
	void aMailAddressIsNothingToAnswer(String address, String defanged) {
		assertThat(Defang.mail(address)).isEqualTo(defanged);
	}

	@ParameterizedTest
	@CsvSource({ "https://evil.example/x, hxxps://evil[.]example/x", "203.0.113.7, 203[.]0[.]113[.]7",
			"fe80::1, fe80[:][:]1", "fe80::1%eth0, fe80[:][:]1%eth0",
			"ws-042.corp.contoso.com, ws-042.corp.contoso.com", "ada@contoso.com, ada@contoso.com",
			"5de839186691, 5de839186691" })
	void ofWhatIncidentsShareOnlyAddressesAreDefanged(String value, String defanged) {
		assertThat(Defang.address(value)).isEqualTo(defanged);
	}

	/**
	 * What a page shows is what people copy into the search.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "https://evil.com/a.b?c=d.e#f.g", "HTTPS://EVIL.com", "ftp://files.evil.com/x",
			"https://user:pw@evil.com:8443/", "evil.com/a.html", "mailto:x@evil.com", "https:\\\\evil.com\\x",
			"https://links.example/?to=https://evil.com/x", "https://[2001:db8::1]/", "203.0.113.7", "2001:db8::7",
			"::ffff:203.0.113.7", "fe80::1%eth0", "billing.dept@mail.evil.example", "<123.456@evil.example>",
			"evil.example;198.51.100.7" })
	void whatIsDefangedStandsForWhatItWas(String text) {
		for (UnaryOperator<String> defang : List.<UnaryOperator<String>>of(Defang::url, Defang::ip, Defang::mail,
				Defang::address, Defang::addresses)) {
			String shown = ForeignText.lineOr(defang.apply(text), "");
			SearchText searched = SearchText.of(Map.of(SearchField.URL, List.of("before", text, "after")));
			assertThat(new SearchMatcher(SearchTerm.of(shown)).selects(searched)).as(shown).isTrue();
		}
	}

}
