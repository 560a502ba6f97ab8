package io.watchfloor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.ServerCertificate;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What browsers are told when Watchfloor has TLS of its own, on every kind of answer.
 */
@IntegrationTest
class OverTlsTests {

	private static final Map<String, String> EVERYWHERE = Map.of("Strict-Transport-Security",
			"max-age=31536000 ; includeSubDomains", "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY",
			"Referrer-Policy", "no-referrer", "Cross-Origin-Opener-Policy", "same-origin",
			"Cross-Origin-Resource-Policy", "same-origin");

	private static Sandbox sandbox;

	private static RunningWatchfloor application;

	private static ServerCertificate certificate;

	private static Visitor analyst;

	private static String csrf;

	@BeforeAll
	static void start(@TempDir Path directory) {
		certificate = ServerCertificate.in(directory);
		sandbox = Sandbox.start(SandboxOptions.forTests());
		application = RunningWatchfloor.with(sandbox.settings(), certificate.settings());
		sandbox.registerRedirect(origin() + "/login/oauth2/code/entra");
		sandbox.registerRedirect(origin() + "/");
		analyst = visitor();
		Page page = analyst.signIn(SandboxAccount.LEAD, "/token");
		csrf = Objects.requireNonNull(page.html().selectFirst("input[name=_csrf]")).attr("value");
	}

	@AfterAll
	static void stop() {
		application.close();
		sandbox.close();
	}

	private static String origin() {
		return application.origin().replace("http:", "https:");
	}

	private static Visitor visitor() {
		return new Visitor(origin(), certificate.trust());
	}

	@Test
	void theSessionsCookieIsBoundToThisHostAndToHttps() {
		Visitor visitor = visitor();
		Page begun = visitor.ask("/token");
		assertThat(begun.headers().firstValue("Set-Cookie").orElse("")).matches(
				"__Host-watchfloor-in-[\\w-]{12}=[\\w-]+; Path=/; Max-Age=600; Expires=[^;]+; Secure; HttpOnly; SameSite=Lax");
		visitor.choose(visitor.open(begun.location()), SandboxAccount.ANALYST);
		String cookie = visitor.sessionCookie();
		assertThat(cookie).matches("__Host-watchfloor=[0-9A-F]{32}; Path=/; Secure; HttpOnly; SameSite=Lax");
	}

	@Test
	void aCookieThatANeighbourCouldHaveSetIsNoSession() {
		Visitor visitor = visitor();
		visitor.signIn(SandboxAccount.ANALYST, "/token");
		String id = visitor.sessionCookie().replaceFirst("[^=]*=([^;]*).*", "$1");
		assertThat(visitor().ask("/token", "Cookie", "__Host-watchfloor=" + id).status()).isEqualTo(200);
		assertThat(visitor().ask("/token", "Cookie", "watchfloor=" + id).status()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "/theme, theme, dark, theme=dark", "/incidents/layout, density, compact, queue=compact" })
	void aPreferencesCookieIsBoundToThisHostAndRead(String path, String field, String value, String kept) {
		Page page = analyst.post(path, Map.of("_csrf", csrf, field, value, "back", "/incidents"));
		assertThat(page.headers().firstValue("Set-Cookie").orElse("")).startsWith("__Host-" + kept)
			.contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
			.doesNotContain("Domain");
		assertThat(analyst.open("/incidents").text())
			.contains(value.equals("dark") ? "data-theme=\"dark\"" : "compact");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/token", "/incidents", "/incidents?range=180d&size=25", "/incidents/924565",
			"/incidents.csv?range=7d", "/incidents.json?range=7d", "/incidents?range=nonsense", "/incidents/1",
			"/nowhere", "/actuator/health", "/actuator/env", "/error", "/theme", "/login/oauth2/code/entra?code=x",
			"/oauth2/authorization/entra", "/sign-in/other-account", "/sign-in/failed", "/incidents/%2e%2e/x",
			"/incidents;x=y", "//incidents", "/incidents/%0d%0a" })
	void everyAnswerCarriesAllHeadersAndIsKeptNowhere(String address) {
		for (Visitor visitor : List.of(analyst, visitor())) {
			Page page = visitor.ask(address);
			assertHeaders(page);
			assertThat(page.headers().firstValue("Cache-Control").orElse("")).as(address).contains("no-store");
		}
	}

	@Test
	void soDoAnswersToFormsToPollsAndToScripts() {
		String version = analyst.open("/incidents").headers().firstValue("ETag").orElseThrow();
		Page unchanged = analyst.ask("/incidents", "If-None-Match", version, "Sec-Fetch-Mode", "cors");
		assertThat(unchanged.status()).isEqualTo(304);
		Page over = visitor().ask("/incidents", "Sec-Fetch-Mode", "cors");
		assertThat(over.status()).isEqualTo(401);
		Page theme = analyst.post("/theme", Map.of("_csrf", csrf, "theme", "system"));
		assertThat(theme.status()).isEqualTo(303);
		Page withoutToken = analyst.post("/theme", Map.of("theme", "dark"));
		assertThat(withoutToken.status()).isEqualTo(403);
		Page wrongMethod = analyst.post("/incidents", Map.of("_csrf", csrf));
		assertThat(wrongMethod.status()).isEqualTo(405);
		for (Page page : List.of(unchanged, over, theme, withoutToken, wrongMethod)) {
			assertHeaders(page);
			assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		}
	}

	@Test
	void staticFilesCarryThemTooAndMayBeKept() {
		String sheet = analyst.open("/").html().select("link[rel=stylesheet]").attr("href");
		Page page = visitor().ask(sheet);
		assertThat(page.status()).isEqualTo(200);
		assertHeaders(page);
		assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "public");
	}

	@Test
	void signingOutClearsWhatTheBrowserKept() {
		Visitor visitor = visitor();
		Page page = visitor.signIn(SandboxAccount.ANALYST, "/token");
		String token = Objects.requireNonNull(page.html().selectFirst("input[name=_csrf]")).attr("value");
		Page signedOut = visitor.post("/logout", Map.of("_csrf", token));
		assertHeaders(signedOut);
		assertThat(signedOut.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
	}

	@ParameterizedTest
	@CsvSource({ "cross-site, 403", "same-site, 403", "nonsense, 403", "same-origin, 303", "none, 303" })
	void aFormOfAnotherSiteIsTurnedAwayWhateverItHolds(String site, int status) {
		Page page = analyst.post("/theme", Map.of("_csrf", csrf, "theme", "system"), "Sec-Fetch-Site", site);
		assertThat(page.status()).isEqualTo(status);
		assertHeaders(page);
		assertThat(analyst.ask("/token", "Sec-Fetch-Site", site).status()).isEqualTo(200);
	}

	private static void assertHeaders(Page page) {
		EVERYWHERE.forEach((name, value) -> assertThat(page.headers().allValues(name)).as("%s of %s", name, page.uri())
			.containsExactly(value));
		assertThat(page.headers().allValues("Content-Security-Policy")).as("policy of %s", page.uri())
			.singleElement()
			.asString()
			.contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
					"form-action 'self' " + sandbox.origin())
			.doesNotContain("unsafe", "*");
		assertThat(page.headers().firstValue("Permissions-Policy")).as("permissions of %s", page.uri()).isPresent();
		assertThat(page.headers().map().keySet()).doesNotContain("server", "x-powered-by",
				"access-control-allow-origin");
	}

}
