package io.watchfloor;

import java.time.Duration;
import java.util.Map;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.entra.EntraClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in as each of the three kinds of client that an app registration can be.
 */
class ClientKindTests {

	@ParameterizedTest
	@EnumSource(EntraClient.class)
	void signsInAndRefreshes(EntraClient client) {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
				ConfigurableApplicationContext application = start(sandbox.settings(client))) {
			String origin = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
			sandbox.registerRedirect(origin + "/login/oauth2/code/entra");
			sandbox.entra().accessTokenLifetime(Duration.ofSeconds(30));
			Visitor visitor = new Visitor(origin);
			assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(200);
			assertThat(visitor.open("/token").status()).isEqualTo(200);
			assertThat(sandbox.entra().refreshes()).isPositive();
		}
	}

	private static ConfigurableApplicationContext start(Map<String, String> settings) {
		String[] arguments = settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new);
		return new SpringApplicationBuilder(WatchfloorApplication.class).properties(Map.of("server.port", "0"))
			.run(arguments);
	}

}
