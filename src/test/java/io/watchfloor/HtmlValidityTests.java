package io.watchfloor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.support.HtmlChecker;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page and style sheet by the HTML checker that the W3C runs: neither errors nor
 * warnings, whatever incidents hold.
 */
class HtmlValidityTests extends SandboxTest {

	private static final HtmlChecker CHECKER = new HtmlChecker();

	private static final Pattern TOKEN = Pattern.compile("(<input type=\"hidden\" name=\"_csrf\" value=\"[^\"]*\")/>");

	private static final Pattern RAW = Pattern.compile("(?<= )(data-copy|data-raw|value)=\"[^\"]*\"");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\f\\r]]|&#0;");

	/**
	 * CSS Pseudo-Elements Level 4, section 4.2; CSS Conditional Rules Level 5, section
	 * 5.1, and its unit cqi; and divisors that are custom properties (CSS Values Level 4,
	 * section 10).
	 */
	private static final List<String> YOUNGER_THAN_THE_CHECKER = List.of("“::details-content”", "“container-name”",
			"“container-type”", "“width”: Parse Error", "“background-size”: Parse Error");

	/**
	 * What the checker does not know either, and would pass over with all that it holds.
	 * A media query has the same grammar.
	 */
	private static final String CONTAINER_QUERY = "@container page";

	/**
	 * The numbers of the incidents that the sandbox has by hand: stories, oddities, the
	 * enormous one and the hostile ones.
	 */
	private static final long FIRST = 960_001;

	private static final long LAST = 960_300;

	@BeforeEach
	void beginWithAllOfTheLargeIncidents() {
		defender().tellLargeIncidents();
	}

	/**
	 * In the dark, where the attributes of a theme are there too; the markup is otherwise
	 * the same.
	 */
	@Test
	void everyPageIsValid() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		Page token = visitor.open("/token");
		visitor.post("/theme", Map.of("theme", "dark", "_csrf", csrf(token)));
		SoftAssertions.assertSoftly((softly) -> AccessibilityTests.PAGES.forEach((address) -> {
			Page page = visitor.open(address);
			softly.assertThat(page.html().select("html").attr("data-theme")).as(address).isEqualTo("dark");
			softly.assertThat(check(page)).as(address).isEmpty();
		}));
	}

	@Test
	void theResultOfASweepIsValid() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		Page read = visitor.open("/incidents?range=180d");
		String hostile = LongStream.of(960_001, 960_201, 960_210)
			.mapToObj((id) -> defender().incident(id).toString())
			.collect(Collectors.joining("\n"));
		Page result = visitor.post("/sweep", Map.of("text", hostile + " 192.0.2.1", "_csrf", csrf(read)));
		assertThat(result.html().select("main h2").eachText()).contains("Found", "What the report was read as");
		assertThat(check(result)).isEmpty();
	}

	@Test
	void pagesBeforeSigningInAreValid() {
		assertThat(check(visitor().open("/"))).isEmpty();
		assertThat(check(visitor().open("/?display=wall"))).isEmpty();
		assertThat(check(visitor().open("/login/oauth2/code/entra?error=access_denied&state=x"))).isEmpty();
	}

	@Test
	void theSandboxsOwnPagesAreValid() {
		Page accounts = visitor().open("/token");
		assertThat(accounts.uri().toString()).doesNotStartWith(origin());
		assertThat(check(accounts)).isEmpty();
	}

	@Test
	void aPageThatSaysWhatFailedIsValid() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		defender().fail(Fault.status(403));
		Page page = visitor.open("/incidents/924565");
		assertThat(page.status()).isEqualTo(403);
		assertThat(check(page)).isEmpty();
	}

	@Test
	void pagesOfOddAndHostileIncidentsAreValid() {
		Visitor visitor = signedIn(SandboxAccount.LEAD);
		List<Long> byHand = defender().visibleTo(SandboxAccount.LEAD)
			.stream()
			.filter((id) -> id >= FIRST && id <= LAST)
			.toList();
		assertThat(byHand).hasSizeGreaterThan(30);
		SoftAssertions.assertSoftly((softly) -> Stream
			.concat(byHand.stream().map((id) -> "/incidents/" + id), Stream.of("/incidents?range=180d&size=200"))
			.forEach((address) -> softly.assertThat(check(visitor.open(address))).as(address).isEmpty()));
	}

	static List<Path> styles() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/static/css"))) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	@ParameterizedTest
	@MethodSource("styles")
	void styleSheetsAreValid(Path file) throws IOException {
		assertThat(CHECKER.styles(Files.readString(file).replace(CONTAINER_QUERY, "@media")))
			.filteredOn((finding) -> YOUNGER_THAN_THE_CHECKER.stream().noneMatch(finding::contains))
			.isEmpty();
	}

	@Test
	void theCheckerFindsWhatIsWrong() {
		assertThat(CHECKER.page("<!DOCTYPE html><html lang=en><title>t</title><p><img src=x>")).singleElement()
			.asString()
			.contains("alt");
		assertThat(CHECKER.styles("p { colour: red }")).singleElement().asString().contains("colour");
	}

	/**
	 * Neither of the two is this project's to mend. Thymeleaf ends the inputs that carry
	 * its forms' tokens with a slash, which HTML allows. And HTML cannot write control
	 * characters, but what is copied or asked for must be what came (Thymeleaf writes
	 * U+0000 as a reference, which browsers read as U+FFFD, just as the character).
	 */
	static List<String> check(Page page) {
		String tokens = TOKEN.matcher(page.text()).replaceAll("$1>");
		return CHECKER.page(RAW.matcher(tokens)
			.replaceAll((raw) -> Matcher.quoteReplacement(CONTROL.matcher(raw.group()).replaceAll(""))));
	}

	private static String csrf(Page page) {
		return Objects.requireNonNull(page.html().selectFirst("input[name=_csrf]")).attr("value");
	}

}
