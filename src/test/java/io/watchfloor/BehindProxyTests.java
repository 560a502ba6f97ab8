package io.watchfloor;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RawRequest;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a proxy that ends TLS says is believed where the administrator said so, and only
 * there.
 */
@IntegrationTest
class BehindProxyTests {

	private static final String[] AS_THE_PROXY_SAYS = { "X-Forwarded-Proto", "https", "X-Forwarded-Host",
			"watchfloor.contoso.com", "X-Forwarded-Port", "443" };

	private Sandbox sandbox;

	@BeforeEach
	void startSandbox() {
		this.sandbox = Sandbox.start(SandboxOptions.forTests());
	}

	@AfterEach
	void closeSandbox() {
		this.sandbox.close();
	}

	@Test
	void theRedirectUriAndTheCookieAreThoseOfTheAddressThatPeopleUse() {
		try (RunningWatchfloor application = start("native")) {
			Page page = application.visitor().ask("/token", AS_THE_PROXY_SAYS);
			assertThat(page.location()).contains("redirect_uri=https://watchfloor.contoso.com/login/oauth2/code/entra");
			assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
				.matches("__Host-watchfloor-in-[\\w-]{12}=[\\w-]+; Path=/; Max-Age=600; Expires=[^;]+; "
						+ "Secure; HttpOnly; SameSite=Lax");
			assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
				.contains("max-age=31536000 ; includeSubDomains");
		}
	}

	@Test
	void nobodyIsBelievedByDefault() {
		try (RunningWatchfloor application = start("none")) {
			Page page = application.visitor().ask("/token", AS_THE_PROXY_SAYS);
			assertThat(page.location()).contains("redirect_uri=" + application.origin() + "/login/oauth2/code/entra");
			assertThat(page.headers().firstValue("Set-Cookie").orElse("")).matches(
					"watchfloor-in-[\\w-]{12}=[\\w-]+; Path=/; Max-Age=600; Expires=[^;]+; HttpOnly; SameSite=Lax");
		}
	}

	@Test
	void aPeerThatIsNoProxyIsNotBelieved() {
		try (RunningWatchfloor application = start("native",
				"--server.tomcat.remoteip.internal-proxies=192\\.0\\.2\\.1")) {
			Page page = application.visitor().ask("/token", AS_THE_PROXY_SAYS);
			assertThat(page.location()).contains("redirect_uri=" + application.origin() + "/login/oauth2/code/entra");
			assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
		}
	}

	@Test
	void whatAProxyPassesOnOfAnAttackerEndsInNoErrorOfThisServer() {
		try (RunningWatchfloor application = start("native")) {
			for (String line : List.of("X-Forwarded-Host: a b", "X-Forwarded-Host: \"><script>alert(1)</script>",
					"X-Forwarded-Host: evil.example, watchfloor.contoso.com", "X-Forwarded-Host: [::1",
					"X-Forwarded-Host: evil.example:port", "X-Forwarded-Host: /\\evil.example", "X-Forwarded-Port: -1",
					"X-Forwarded-Port: 99999999999", "X-Forwarded-Port: many", "X-Forwarded-Proto: javascript",
					"X-Forwarded-Proto: https, http", "X-Forwarded-For: <script>, 1.2.3.4.5, ::",
					"X-Forwarded-For: " + "1.1.1.1, ".repeat(500), "X-Forwarded-Prefix: //evil.example",
					"Forwarded: host=evil.example;proto=https", "X-Original-URL: /actuator/env",
					"X-Rewrite-URL: /actuator/env")) {
				RawRequest.Answer answer = RawRequest.get("/", line).send(application.origin());
				assertThat(answer.status()).as(line).isBetween(200, 499);
				assertThat(answer.body()).as(line).doesNotContain("alert(1)", "evil.example");
				assertThat(RawRequest.get("/token", line).send(application.origin()).header("location")).as(line)
					.matches("|\\Q" + this.sandbox.origin() + "\\E/.*");
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "native, INTERNAL_PROXIES", "framework, believes everybody" })
	void whoBelievesProxiesHasToNameThem(String strategy, String advice) {
		assertThatExceptionOfType(Exception.class).isThrownBy(
				() -> RunningWatchfloor.with(this.sandbox.settings(), "--SERVER_FORWARD_HEADERS_STRATEGY=" + strategy))
			.satisfies((failure) -> assertThat(failure).rootCause().hasMessageContaining(advice));
	}

	@Test
	void thePublicAddressCountsAndNoOtherHostDoes() {
		try (RunningWatchfloor application = RunningWatchfloor.with(this.sandbox.settings(),
				"--WATCHFLOOR_URL=https://watchfloor.contoso.com/")) {
			RawRequest.Answer page = RawRequest.get("/token", "Host: watchfloor.contoso.com:8443")
				.send(application.origin());
			assertThat(page.header("location"))
				.contains("redirect_uri=https://watchfloor.contoso.com/login/oauth2/code/entra");
			assertThat(page.header("set-cookie")).startsWith("__Host-watchfloor-in-").contains("Secure");
			for (String host : List.of("evil.example", "localhost", "watchfloor.contoso.com.evil.example")) {
				for (String path : List.of("/", "/token", "/login/oauth2/code/entra?code=x&state=y", "/css/x.css")) {
					RawRequest.Answer other = RawRequest.get(path, "Host: " + host).send(application.origin());
					assertThat(other.status()).as(host + path).isEqualTo(421);
					assertThat(other.header("content-security-policy")).isNotEmpty();
				}
				assertThat(RawRequest.get("/actuator/health", "Host: " + host).send(application.origin()).status())
					.isEqualTo(200);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://watchfloor.contoso.com", "watchfloor.contoso.com", "https://x.example/?a=b",
			"https://user@x.example", "https://x.example/path" })
	void aPublicAddressThatCannotBeOneIsRefusedAtTheStart(String address) {
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> RunningWatchfloor.with(this.sandbox.settings(), "--WATCHFLOOR_URL=" + address))
			.satisfies((failure) -> assertThat(failure).rootCause().hasMessageContaining("WATCHFLOOR_URL"));
	}

	@Test
	void belowAPathTheSignInOfTheFrontPageLeadsBackBelowThatPath() {
		try (RunningWatchfloor application = RunningWatchfloor.with(this.sandbox.settings(),
				"--server.servlet.context-path=/watch")) {
			this.sandbox.registerRedirect(application.origin() + "/watch/login/oauth2/code/entra");
			Page page = application.visitor().signIn(SandboxAccount.ANALYST, "/watch/oauth2/authorization/entra");
			assertThat(page.pathAndQuery()).isEqualTo("/watch/");
			assertThat(page.status()).isEqualTo(200);
		}
	}

	private RunningWatchfloor start(String strategy, String... more) {
		List<String> settings = new ArrayList<>(List.of("--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1"));
		settings.addAll(List.of(more));
		settings.add("--SERVER_FORWARD_HEADERS_STRATEGY=" + strategy);
		return RunningWatchfloor.with(this.sandbox.settings(), settings.toArray(String[]::new));
	}

}
