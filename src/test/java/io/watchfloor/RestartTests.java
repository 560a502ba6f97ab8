package io.watchfloor;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import io.watchfloor.support.WatchfloorProcess;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Killing, stopping and starting Watchfloor costs nobody their work: a process of its own
 * is sent the signals.
 */
@IntegrationTest
@Timeout(180)
class RestartTests {

	private static final String VIEW = "/incidents?severity=High&range=7d";

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.forTests());

	private int port;

	private String origin = "";

	@BeforeEach
	void choosePort() throws IOException {
		this.port = WatchfloorProcess.freePort();
		this.origin = "http://localhost:" + this.port;
		this.sandbox.registerRedirect(this.origin + "/login/oauth2/code/entra");
	}

	@AfterEach
	void closeSandbox() {
		this.sandbox.close();
	}

	@Test
	void whoeverWorksWhileItIsKilledIsBackWhereTheyWereWithoutAQuestion() throws Exception {
		Visitor visitor = new Visitor(this.origin);
		try (WatchfloorProcess first = start()) {
			assertThat(visitor.signIn(SandboxAccount.LEAD, VIEW).status()).isEqualTo(200);
			first.kill();
		}
		String cookie = visitor.cookieHeader();
		try (WatchfloorProcess second = start()) {
			assertThat(second.isAlive()).isTrue();
			Page page = visitor.open(VIEW);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.uri().toString()).isEqualTo(this.origin + VIEW);
			assertThat(page.text()).contains(SandboxAccount.LEAD.displayName());
			assertThat(visitor.cookieHeader()).isNotEqualTo(cookie);
			assertThat(this.sandbox.entra().authorizeRequests()).hasSize(2);
		}
	}

	@Test
	void aRequestThatIsBeingAnsweredIsAnsweredBeforeWatchfloorStops() throws Exception {
		try (WatchfloorProcess application = start()) {
			Visitor visitor = new Visitor(this.origin);
			visitor.signIn(SandboxAccount.LEAD, "/token");
			DefenderControls defender = this.sandbox.bean(DefenderControls.class);
			defender.fail(Fault.delayed(Duration.ofSeconds(3)).times(1));
			long before = defender.callCount();
			CompletableFuture<Page> slow = CompletableFuture.supplyAsync(() -> visitor.open("/incidents/924565"));
			Awaitility.await().until(() -> defender.callCount() > before);
			application.terminate();
			Page page = slow.get(30, TimeUnit.SECONDS);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.text()).contains("Ransomware activity");
			assertThat(application.awaitEnd()).isTrue();
		}
	}

	@Test
	void aNameStaysWholeInTheLogWhateverTheLocale() throws Exception {
		try (WatchfloorProcess application = start(Map.of("LC_ALL", "C", "LANG", "C"))) {
			new Visitor(this.origin).signIn(SandboxAccount.SERVERS, "/token");
			Awaitility.await()
				.untilAsserted(() -> assertThat(Files.readString(application.log()))
					.contains("user.full_name=\"" + SandboxAccount.SERVERS.displayName() + "\""));
		}
	}

	private WatchfloorProcess start() throws IOException {
		return start(Map.of());
	}

	private WatchfloorProcess start(Map<String, String> environment) throws IOException {
		Map<String, String> settings = new HashMap<>(this.sandbox.settings());
		settings.put("LOGGING_LEVEL_ROOT", "warn");
		settings.putAll(environment);
		return WatchfloorProcess.start(this.port, settings, "-XX:TieredStopAtLevel=1");
	}

}
