package io.watchfloor;

import io.watchfloor.Visitor.Page;
import io.watchfloor.sandbox.Sandbox;
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

	private RunningWatchfloor start(String strategy) {
		return RunningWatchfloor.with(this.sandbox.settings(), "--SERVER_FORWARD_HEADERS_STRATEGY=" + strategy);
	}

}
