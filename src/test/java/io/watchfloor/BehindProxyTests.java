package io.watchfloor;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RawRequest;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
				.matches("__Host-watchfloor=[0-9A-F]{32}; Path=/; Secure; HttpOnly; SameSite=Lax");
			assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
				.contains("max-age=31536000 ; includeSubDomains");
		}
	}

	@Test
	void nobodyIsBelievedByDefault() {
		try (RunningWatchfloor application = start("none")) {
			Page page = application.visitor().ask("/token", AS_THE_PROXY_SAYS);
			assertThat(page.location()).contains("redirect_uri=" + application.origin() + "/login/oauth2/code/entra");
			assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
				.matches("watchfloor=[0-9A-F]{32}; Path=/; HttpOnly; SameSite=Lax");
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

	private RunningWatchfloor start(String strategy, String... more) {
		List<String> settings = new ArrayList<>(List.of(more));
		settings.add("--SERVER_FORWARD_HEADERS_STRATEGY=" + strategy);
		return RunningWatchfloor.with(this.sandbox.settings(), settings.toArray(String[]::new));
	}

}
