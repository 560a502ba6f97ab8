package io.watchfloor.signin.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.AuditTrail;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.MutableClock;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.WatchfloorProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions outlive a restart in an encrypted file, where an administrator wants that.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersistentSessionTests {

	private static final String QUEUE = "/incidents?range=7d";

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());

	private final MutableClock clock = new MutableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

	@AfterAll
	void closeSandbox() {
		this.sandbox.close();
	}

	@Test
	void whoIsSignedInStaysSoOverRestartsWithinTheLimits(@TempDir Path folder) throws IOException {
		int port = WatchfloorProcess.freePort();
		Path file = folder.resolve("sessions/SESSIONS.ser");
		Visitor visitor = new Visitor("http://localhost:" + port);
		try (RunningWatchfloor first = start(port, folder)) {
			this.sandbox.registerRedirect(first.origin() + "/login/oauth2/code/entra");
			assertThat(visitor.signIn(SandboxAccount.ANALYST, QUEUE).status()).isEqualTo(200);
			assertThat(file).doesNotExist();
		}
		String id = visitor.sessionCookie().replaceAll("watchfloor-\\d+=([^;]*).*", "$1");
		assertThat(id).matches("[0-9A-F]{32}");
		assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("eyJ", id,
				SandboxAccount.ANALYST.username(), "java", "watchfloor");

		try (RunningWatchfloor second = start(port, folder, "--spring.profiles.active=metrics",
				"--management.server.port=0"); AuditTrail audit = AuditTrail.open()) {
			assertThat(file).doesNotExist();
			assertThat(sessions(second)).contains("watchfloor_sessions 1.0");
			assertThat(visitor.ask(QUEUE).text()).contains(SandboxAccount.ANALYST.displayName());
			assertThat(visitor.submit(visitor.open("/token"), "/logout").status()).isEqualTo(200);
			assertThat(audit.events("signed-out")).hasSize(1);
			assertThat(sessions(second)).contains("watchfloor_sessions 0.0");
			visitor.signIn(SandboxAccount.ANALYST, QUEUE);
		}

		try (RunningWatchfloor third = start(port, folder); AuditTrail audit = AuditTrail.open()) {
			assertThat(audit.events()).isEmpty();
			String signIn = this.sandbox.entra().signIns().get(this.sandbox.entra().signIns().size() - 1);
			assertThat(new Visitor(third.origin()).ask("/logout/front-channel?sid=" + signIn).status()).isEqualTo(204);
			assertThat(visitor.ask("/token").status()).isEqualTo(302);
			visitor.signIn(SandboxAccount.ANALYST, QUEUE);
		}

		this.clock.advance(Duration.ofHours(10));
		try (RunningWatchfloor fourth = start(port, folder); AuditTrail audit = AuditTrail.open()) {
			assertThat(fourth.visitor().ask("/").status()).isEqualTo(200);
			assertThat(visitor.ask("/token").status()).isEqualTo(302);
			assertThat(audit.events("session-expired")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("user.id", SandboxAccount.ANALYST.objectId()));
		}
	}

	private static String sessions(RunningWatchfloor application) {
		return new Visitor(application.managementOrigin()).ask("/actuator/prometheus").text();
	}

	private RunningWatchfloor start(int port, Path folder, String... more) throws IOException {
		Path key = Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
		List<String> settings = new ArrayList<>(List.of(more));
		settings.addAll(List.of("--server.port=" + port, "--server.servlet.session.persistent=on",
				"--server.servlet.session.store-dir=" + folder.resolve("sessions"),
				"--WATCHFLOOR_SESSION_KEY_FILE=" + key));
		return RunningWatchfloor.at(this.clock, this.sandbox.settings(), settings.toArray(String[]::new));
	}

}
