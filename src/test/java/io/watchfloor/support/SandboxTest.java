package io.watchfloor.support;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.sandbox.entra.EntraControls;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the whole application over HTTP, against the sandbox. All of them share one
 * sandbox and one application, both as new at the beginning of each test. Of the large
 * incidents the sandbox tells little, unless a test asks for all. With the environment
 * variable {@code SANDBOX_SOURCE=graph} the application reads Microsoft Graph.
 * {@link OnTwoNodes} makes it two nodes.
 */
@IntegrationTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class SandboxTest {

	public static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.forTests());

	@LocalServerPort
	private int port;

	@Autowired
	private ObjectProvider<Nodes> nodes;

	@DynamicPropertySource
	public static void settings(DynamicPropertyRegistry registry) {
		SANDBOX.settings().forEach((name, value) -> registry.add(name, () -> value));
		registry.add("DEFENDER_CALLS_PER_MINUTE", () -> 10_000);
		registry.add("DEFENDER_CALLS_PER_HOUR", () -> 100_000);
		registry.add("GRAPH_API_URL", SANDBOX::origin);
		registry.add("GRAPH_CALLS_PER_MINUTE", () -> 10_000);
	}

	@BeforeEach
	public void beginAfresh() {
		SANDBOX.registerRedirect(origin() + "/login/oauth2/code/entra");
		SANDBOX.registerRedirect(origin() + "/");
		entra().reset();
		defender().reset();
		defender().shortenLargeIncidents();
	}

	public String origin() {
		Nodes several = this.nodes.getIfAvailable();
		return (several != null) ? several.origin() : "http://localhost:" + this.port;
	}

	public Visitor visitor() {
		return new Visitor(origin());
	}

	/**
	 * A visitor who is signed in.
	 */
	public Visitor signedIn(SandboxAccount account) {
		Visitor visitor = visitor();
		visitor.signIn(account, "/token");
		return visitor;
	}

	public static EntraControls entra() {
		return SANDBOX.entra();
	}

	public static DefenderControls defender() {
		return SANDBOX.bean(DefenderControls.class);
	}

}
