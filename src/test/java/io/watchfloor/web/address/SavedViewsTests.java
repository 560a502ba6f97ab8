package io.watchfloor.web.address;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.support.Mutations;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SavedViewsTests {

	private static final String VIEWS = "Open|Phishing?category=InitialAccess&range=7d|N%C3%A4chte+%26+mehr?status=open";

	@ParameterizedTest
	@ValueSource(
			strings = { "", VIEWS, "|All+high?severity=High", "Everything|Everything?", "Phishing|Phishing?q=mail" })
	void theViewsOutliveTheirCookie(String value) {
		SavedViews views = SavedViews.parse(value);
		assertThat(views.value()).isEqualTo(value);
		assertThat(SavedViews.parse(views.value())).isEqualTo(views);
	}

	@Test
	void namesAndFiltersAreWhatTheyWere() {
		SavedViews views = SavedViews.NONE
			.with(view("Nächte & mehr; \"<b>\", |\\ 🔥", "q=%22a+b%22&severity=High&page=7"));
		SavedView parsed = SavedViews.parse(views.value()).views().get(0);
		assertThat(parsed.name()).isEqualTo("Nächte & mehr; \"<b>\", |\\ 🔥");
		assertThat(IncidentQueryParameters.address("", parsed.query())).isEqualTo("?severity=High&q=%22a+b%22");
		assertThat(views.value()).matches("[!#-+\\--:<-\\[\\]-~]*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "|", "||||", "|name", "|?severity=High", "|%zz?severity=High", "|x?range=forever",
			"|x?page=0", "|Open?severity=High", "|dashboard?severity=High", "|%0d%0a?q=a", "|a%E2%80%AEb?q=a",
			"https://evil.example", "//evil.example|", "%zz|" })
	void whatIsNoViewIsLeftOut(String value) {
		assertThat(SavedViews.parse(value)).isEqualTo(SavedViews.NONE);
	}

	@Test
	@Timeout(120)
	void anyCookieIsReadAndLeadsNowhereElse() {
		new Mutations(List.of(VIEWS, "//evil.example|//evil.example?x=1", "|a?from=2026-01-01&q=%22|b?|c?size=25"))
			.tryOut(5_000, (bytes) -> check(new String(bytes, StandardCharsets.UTF_8)));
	}

	private static void check(String value) {
		SavedViews views = SavedViews.parse(value);
		assertThat(SavedViews.parse(views.value())).isEqualTo(views);
		assertThat(views.startAddress("/base")).matches("/base/(incidents(\\?.*)?)?");
		assertThat(views.views()).hasSizeLessThanOrEqualTo(SavedViews.MOST);
	}

	@Test
	void whatDoesNotFitIsRefusedWithASentence() {
		SavedViews dozen = Stream.iterate(1, (number) -> number + 1)
			.limit(SavedViews.MOST)
			.reduce(SavedViews.NONE, (views, number) -> views.with(view("View " + number, "q=word" + number)),
					(first, second) -> second);
		assertRefused("There are 12 saved views already", () -> dozen.with(view("One more", "")));
		assertThat(dozen.with(view("View 3", "severity=Low")).views()).hasSize(SavedViews.MOST);
		assertRefused("too many filters", () -> view("Long", "q=" + "a".repeat(300)));
		assertRefused("needs a name", () -> view(" ", ""));
		assertRefused("at most 40", () -> view("a".repeat(41), ""));
		assertRefused("invisible", () -> view("a\u202eb", ""));
		assertRefused("already", () -> view("unassigned HIGH", ""));
		assertRefused("another view of this name", () -> dozen.renamed("View 1", "View 2"));
		assertRefused("too long together", () -> Stream.iterate(1, (number) -> number + 1)
			.limit(SavedViews.MOST)
			.reduce(SavedViews.NONE, (views, number) -> views.with(view("View " + number, "q=" + "a".repeat(290))),
					(first, second) -> second));
	}

	private static void assertRefused(String sentence, ThrowingCallable change) {
		assertThatExceptionOfType(RefusedViewException.class).isThrownBy(change).withMessageContaining(sentence);
	}

	@Test
	void viewsAreRenamedMovedAndDeleted() {
		SavedViews views = SavedViews.NONE.with(view("a", "")).with(view("b", "")).with(view("c", ""));
		assertThat(names(views.moved("c", -1))).containsExactly("a", "c", "b");
		assertThat(names(views.moved("a", 1))).containsExactly("b", "a", "c");
		assertThat(names(views.moved("a", -1).moved("c", 1).moved("x", 1))).containsExactly("a", "b", "c");
		assertThat(names(views.renamed("b", " d "))).containsExactly("a", "d", "c");
		assertThat(names(views.without("b").without("x"))).containsExactly("a", "c");
	}

	@Test
	void theStartViewIsOneOfTheViewsOrTheDashboard() {
		SavedViews views = SavedViews.NONE.with(view("Mail", "q=mail"));
		assertThat(views.startAddress("/base")).isEqualTo("/base/");
		assertThat(views.startingWith("Mail").startAddress("/base")).isEqualTo("/base/incidents?q=mail");
		assertThat(views.startingWith("Mine").startAddress("")).isEqualTo(StandardView.MINE.address(""));
		assertThat(views.startingWith("//evil.example")).isEqualTo(views);
		assertThat(views.startingWith("Mail").renamed("Mail", "Post").startAddress("")).isEqualTo("/incidents?q=mail");
		assertThat(views.startingWith("Mail").without("Mail").startAddress("")).isEqualTo("/");
	}

	private static List<String> names(SavedViews views) {
		return views.views().stream().map(SavedView::name).toList();
	}

	private static SavedView view(String name, String parameters) {
		return new SavedView(name, SavedView.query(parameters));
	}

}
