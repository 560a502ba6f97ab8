package io.watchfloor;

import java.util.Map;
import java.util.Objects;

import io.watchfloor.Visitor.Page;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a proxy that ends TLS says is believed where the administrator said so, and only
 * there.
 */
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
			assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
			assertThat(page.headers().firstValue("Strict-Transport-Security").orElse("")).contains("max-age=31536000");
		}
	}

	@Test
	void nobodyIsBelievedByDefault() {
		try (RunningWatchfloor application = start("none")) {
			Page page = application.visitor().ask("/token", AS_THE_PROXY_SAYS);
			assertThat(page.location()).contains("redirect_uri=" + application.origin() + "/login/oauth2/code/entra");
		}
	}

	@Test
	void signingOutOverTlsClearsWhatTheBrowserKept() {
		try (RunningWatchfloor application = start("native")) {
			this.sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			Visitor visitor = application.visitor();
			Page page = visitor.signIn(SandboxAccount.ANALYST, "/token");
			String csrf = Objects.requireNonNull(page.html().selectFirst("input[name=_csrf]")).attr("value");
			Page signedOut = visitor.post("/logout", Map.of("_csrf", csrf), "X-Forwarded-Proto", "https");
			assertThat(signedOut.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
		}
	}

	private RunningWatchfloor start(String strategy) {
		return RunningWatchfloor.with(this.sandbox.settings(), "--SERVER_FORWARD_HEADERS_STRATEGY=" + strategy);
	}

}
