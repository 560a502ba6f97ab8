package io.watchfloor.web.analyst;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchField;
import io.watchfloor.queue.SearchMatch;
import io.watchfloor.queue.SearchMatcher;
import io.watchfloor.queue.SearchTerms;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.web.support.SampleIncidents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What a row says of where a search matched.
 */
class MatchViewTests {

	@Test
	void addressesAreDefangedWhereverTheMatchBegins() {
		assertThat(MatchView.of(new SearchMatch(SearchField.URL, "http", "://ev", "il.com/a.b")))
			.isEqualTo(new MatchView("URL", "hxxp", "://ev", "il[.]com/a.b"));
		assertThat(MatchView.of(new SearchMatch(SearchField.IP, "10.0", ".0.", "5")))
			.isEqualTo(new MatchView("IP address", "10[.]0", "[.]0[.]", "5"));
		assertThat(MatchView.of(new SearchMatch(SearchField.SENDER, "ada", "@evil", ".com")))
			.isEqualTo(new MatchView("Sender", "ada", "[@]evil", "[.]com"));
		assertThat(MatchView.of(new SearchMatch(SearchField.MAIL_CLUSTER, "x [ 1.2.3.4;", "evil.com", " ]")))
			.isEqualTo(new MatchView("Mail cluster", "x [ 1[.]2[.]3[.]4;", "evil[.]com", " ]"));
	}

	@Test
	void longTextsAreCutAroundTheMatchAndHiddenCharactersWrittenOut() {
		MatchView view = MatchView
			.of(new SearchMatch(SearchField.COMMAND_LINE, "😀".repeat(50), "m\u202E".repeat(500), "z".repeat(8000)));
		assertThat(view.before()).isEqualTo("…" + "😀".repeat(29));
		assertThat(view.match()).startsWith("m‹U+202E›m").endsWith("…").hasSize(100);
		assertThat(view.after()).isEqualTo("z".repeat(59) + "…");
	}

	@Test
	void aRowShowsTheMatchesThatItDoesNotShowAnyway() {
		assertThat(matches("fin-sql-01 finance 931204 multi-stage -nothing")).isEmpty();
		assertThat(matches("fin-ws-042")).extracting(MatchView::field, MatchView::match)
			.containsExactly(tuple("Device", "fin-ws-042"));
		assertThat(matches("\"PASSWORD of\" lateral mbowen T1550 isolated")).extracting(MatchView::field)
			.containsExactly("Comment", "Category", "User");
	}

	private static List<MatchView> matches(String search) {
		IncidentRow row = IncidentRow.of(IncidentSummary.of(SampleIncidents.story()),
				new Viewpoint(Set.of(), Instant.parse("2026-11-23T14:00:00Z"), AttentionSettings.DEFAULT),
				"/incidents");
		return row.withMatches(SearchTerms.parse(search).stream().map(SearchMatcher::new).toList()).matches();
	}

}
