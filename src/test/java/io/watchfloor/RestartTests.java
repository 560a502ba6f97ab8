package io.watchfloor;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.watchfloor.Visitor.Page;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.defender.Fault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stopping and starting Watchfloor costs nobody their work.
 */
class RestartTests {

	private static final String VIEW = "/incidents?severity=High&q=power+shell";

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
	void peopleWhoseSessionIsLostAreBackWhereTheyWereWithoutAQuestion() {
		Visitor visitor;
		String origin;
		try (RunningWatchfloor first = start("--server.port=0")) {
			origin = first.origin();
			visitor = first.visitor();
			visitor.signIn(SandboxAccount.LEAD, VIEW);
		}
		try (RunningWatchfloor second = start("--server.port=" + URI.create(origin).getPort())) {
			assertThat(second.origin()).isEqualTo(origin);
			Page page = visitor.open(VIEW);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.pathAndQuery()).isEqualTo(VIEW);
			assertThat(page.text()).contains(SandboxAccount.LEAD.displayName());
			assertThat(this.sandbox.entra().authorizeRequests()).hasSize(2);
		}
	}

	@Test
	void aRequestThatIsBeingAnsweredIsAnsweredBeforeWatchfloorStops()
			throws ExecutionException, InterruptedException, TimeoutException {
		RunningWatchfloor application = start("--server.port=0");
		try {
			Visitor visitor = application.visitor();
			visitor.signIn(SandboxAccount.LEAD, "/token");
			DefenderControls defender = this.sandbox.bean(DefenderControls.class);
			defender.fail(Fault.delayed(Duration.ofSeconds(4)).times(1));
			long before = defender.callCount();
			CompletableFuture<Page> slow = CompletableFuture.supplyAsync(() -> visitor.open("/incidents/924565"));
			Awaitility.await().until(() -> defender.callCount() > before);
			application.close();
			Page page = slow.get(20, TimeUnit.SECONDS);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.text()).contains("Ransomware activity");
		}
		finally {
			application.close();
		}
	}

	private RunningWatchfloor start(String... settings) {
		RunningWatchfloor application = RunningWatchfloor.with(this.sandbox.settings(), settings);
		this.sandbox.registerRedirect(application.origin() + "/login/oauth2/code/entra");
		return application;
	}

}
