package io.watchfloor.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.entra.ClientCertificate;
import io.watchfloor.sandbox.entra.EntraClient;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in as each of the three kinds of client that an app registration can be.
 */
@IntegrationTest
class ClientKindTests {

	@ParameterizedTest
	@EnumSource(EntraClient.class)
	void signsInAndRefreshes(EntraClient client) {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
				RunningWatchfloor application = RunningWatchfloor.with(sandbox.settings(client))) {
			String origin = application.origin();
			sandbox.registerRedirect(origin + "/login/oauth2/code/entra");
			sandbox.entra().accessTokenLifetime(Duration.ofSeconds(30));
			Visitor visitor = application.visitor();
			assertThat(visitor.signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(200);
			assertThat(visitor.open("/token").status()).isEqualTo(200);
			assertThat(sandbox.entra().refreshes()).isPositive();
		}
	}

	@Test
	void provesItselfByTheCertificateThatTheFileHoldsNow() throws IOException {
		MutableClock clock = new MutableClock(Instant.now());
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());
				RunningWatchfloor application = RunningWatchfloor.at(clock,
						sandbox.settings(EntraClient.CERTIFICATE))) {
			sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
			String known = Files.readString(sandbox.clientCertificate());
			ClientCertificate.create("unknown", clock.instant().plus(Duration.ofDays(99)))
				.writeTo(sandbox.clientCertificate());
			clock.advance(Duration.ofSeconds(5));
			assertThat(application.visitor().signIn(SandboxAccount.ANALYST, "/token").text())
				.contains("certificate was not accepted");
			Files.writeString(sandbox.clientCertificate(), known + "\n");
			clock.advance(Duration.ofSeconds(5));
			assertThat(application.visitor().signIn(SandboxAccount.ANALYST, "/token").status()).isEqualTo(200);
		}
	}

}
