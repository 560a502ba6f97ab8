package io.watchfloor.signin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.entra.IdTokenFault;
import io.watchfloor.support.LogLines;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sign-ins that somebody forged, replayed or diverted: each is a page and one line in the
 * log, and signs nobody in.
 */
class HostileSignInTests extends SandboxTest {

	private static final String CALLBACK = "/login/oauth2/code/entra";

	private static final String MARKUP = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%0d%0aSet-Cookie:%20a=b";

	@RegisterExtension
	private final LogLines log = new LogLines();

	@ParameterizedTest
	@EnumSource(value = IdTokenFault.class, mode = EnumSource.Mode.EXCLUDE, names = { "NONE", "SUBJECT" })
	void noSpoiltIdTokenSignsAnyoneIn(IdTokenFault fault) {
		entra().spoilIdTokens(fault);
		Visitor visitor = visitor();
		assertRefused(visitor, visitor.signIn(SandboxAccount.ANALYST, "/token"));
		assertThat(entra().tokenRequests()).hasSize(1);
		entra().reset();
		assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(200);
	}

	static Stream<String> callbacks() {
		return Stream.of("", "?", "?code=abc", "?state=abc", "?code=abc&state=", "?code=abc&state=abc",
				"?code=abc&state={state}x", "?code=abc&code=def&state=x", "?code=" + "a".repeat(8_000) + "&state=x",
				"?error=access_denied", "?error=access_denied&state=x", "?error=" + MARKUP + "&state=x",
				"?error=x&error_description=" + MARKUP + "&state=x", "?error=x&error_uri=javascript:alert(1)&state=x",
				"?code=" + MARKUP + "&state=" + MARKUP, "?id_token=a.b.c&state=x", "?access_token=abc&state=x",
				"?code=a&state=%00", "?CODE=a&STATE=b", "?code%5B%5D=a&state%5B%5D=b",
				"?iss=https://evil.example&code=a&state=b");
	}

	@ParameterizedTest
	@MethodSource("callbacks")
	void aCallbackThatNobodyAskedForSignsNobodyIn(String query) {
		Visitor visitor = visitor();
		visitor.ask("/token");
		Page page = visitor.open(CALLBACK + query.replace("{state}", "z"));
		assertRefused(visitor, page);
		assertThat(page.headers().map()).doesNotContainKey("a");
		assertThat(entra().tokenRequests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("callbacks")
	void aCallbackOfASessionThatIsGoneSignsNobodyInEither(String query) {
		String[] gone = { "Cookie", "watchfloor=00000000000000000000000000000000" };
		Visitor visitor = visitor();
		assertRefused(visitor, visitor().ask(CALLBACK + query.replace("{state}", "z"), gone));
		assertThat(entra().tokenRequests()).isEmpty();
	}

	static Stream<String> errors() {
		return Stream.of("?error=" + MARKUP, "?error=access_denied&error_description=" + MARKUP,
				"?error=x&error_description=AADSTS65001" + MARKUP, "?error=" + "a".repeat(5_000),
				"?error=x&error_description=" + "a".repeat(10_000), "?error=x&error_uri=javascript:alert(1)",
				"?error=%E2%80%AE&error_description=%1B%5B31m%0aforged%20line", "?error=&code=abc");
	}

	@ParameterizedTest
	@MethodSource("errors")
	void anErrorThatAnswersARealSignInShowsNothingOfItsText(String query) {
		Visitor visitor = visitor();
		String state = state(visitor.ask("/token"));
		assertRefused(visitor, visitor.open(CALLBACK + query + "&state=" + state));
	}

	@Test
	void aCallbackThatIsReplayedSignsNobodyIn() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		String callback = callback(visitor);
		String session = visitor.sessionCookie();
		assertThat(visitor.open(callback).pathAndQuery()).isEqualTo("/token");
		assertThat(visitor.sessionCookie()).isEqualTo(session);
		assertThat(this.log.lines()).isEmpty();
		entra().reset();
		Visitor thief = visitor();
		Page page = thief.open(callback);
		assertThat(page.status()).isEqualTo(401);
		assertThat(thief.ask("/token").status()).isEqualTo(302);
		assertThat(entra().tokenRequests()).isEmpty();
	}

	@Test
	void aCodeThatWasSpentIsNotSpentAgainWithAnotherState() {
		String spent = code(callback(signedIn(SandboxAccount.ANALYST)));
		Visitor thief = visitor();
		String state = state(thief.ask("/token"));
		assertRefused(thief, thief.open(CALLBACK + "?code=" + spent + "&state=" + state));
	}

	@Test
	void aCodeThatAnotherBrowserWasGivenSignsNobodyIn() {
		Visitor mallory = visitor();
		String malloryBegins = mallory.ask("/token").location();
		Visitor elsewhere = visitor();
		Page lost = elsewhere.choose(elsewhere.open(malloryBegins), SandboxAccount.LEAD);
		assertRefused(elsewhere, lost);
		assertThat(entra().tokenRequests()).isEmpty();
		Visitor victim = visitor();
		String state = state(victim.ask("/token"));
		Page injected = victim.open(CALLBACK + "?code=" + code(callback(elsewhere)) + "&state=" + state);
		assertThat(injected.status()).isEqualTo(401);
		assertThat(injected.text()).contains("AADSTS501481");
		assertThat(victim.ask("/token").status()).isEqualTo(302);
	}

	@Test
	void aCallbackByFormIsNotTaken() {
		Visitor visitor = visitor();
		String state = state(visitor.ask("/token"));
		Page page = visitor.post(CALLBACK, Map.of("code", "abc", "state", state));
		assertThat(page.status()).isBetween(400, 403);
		assertThat(visitor.ask("/token").status()).isEqualTo(302);
		assertThat(entra().tokenRequests()).isEmpty();
	}

	@Test
	void whoIsSignedInStaysSoWhenSomebodySendsAForgedCallback() {
		Visitor visitor = signedIn(SandboxAccount.ANALYST);
		assertThat(visitor.ask(CALLBACK + "?code=abc&state=abc").location()).isEqualTo("/");
		assertThat(entra().tokenRequests()).hasSize(1);
		assertThat(visitor.open("/token").text()).contains("Ada Analyst");
	}

	@Test
	void aSessionThatSomebodyElseChoseIsNotTheOneOfTheSignIn() {
		Visitor visitor = visitor();
		Page page = visitor.ask("/token", "Cookie", "watchfloor=00000000000000000000000000000000");
		assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("=0000");
	}

	private void assertRefused(Visitor visitor, Page page) {
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.html().select(".message-code").text()).isEqualTo("Sign-in failed");
		assertThat(page.heading()).isNotBlank();
		assertThat(page.text()).doesNotContain("alert(1)", "javascript:", "Exception", "forged");
		assertThat(page.headers().map().keySet()).contains("content-security-policy");
		assertThat(this.log.lines()).hasSize(1).allMatch((line) -> !line.matches("(?s).*[\\p{Cntrl}<>\u202e].*"));
		assertThat(visitor.ask("/token").status()).isEqualTo(302);
	}

	private static String state(Page redirect) {
		return parameter(redirect.location(), "state");
	}

	private static String code(String callback) {
		return parameter(callback, "code");
	}

	private static String parameter(String address, String name) {
		return Objects
			.requireNonNull(UriComponentsBuilder.fromUri(URI.create(address)).build().getQueryParams().getFirst(name));
	}

	private String callback(Visitor visitor) {
		List<String> callbacks = visitor.addresses()
			.stream()
			.filter((address) -> address.startsWith(origin() + CALLBACK))
			.toList();
		return callbacks.get(callbacks.size() - 1);
	}

}
