package io.watchfloor;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.Nodes;
import io.watchfloor.support.RedisServer;

import org.springframework.boot.SpringApplication;

/**
 * Watchfloor wired to the sandbox, for trying it without a tenant:
 * {@code ./mvnw spring-boot:test-run}. Ports are chosen by {@code SERVER_PORT} (default
 * 8080) and {@code SANDBOX_PORT} (default 9090), the number of incidents by
 * {@code SANDBOX_INCIDENTS} (default 3000). With {@code SANDBOX_HOSTILE=true} there are
 * incidents whose every text was written by an attacker as well. The sandbox serves its
 * incidents by the Defender API and by Microsoft Graph; with {@code SANDBOX_SOURCE=graph}
 * Watchfloor reads the latter. Analysts may change incidents unless
 * {@code WATCHFLOOR_TRIAGE=false}. With {@code SANDBOX_NODES=2} (1 to
 * {@value #MOST_NODES}) there are that many nodes in this process, which share a Redis,
 * and a balancer at Watchfloor's port that sends each request to the next of them.
 */
public final class TestWatchfloorApplication {

	private static final int MOST_NODES = 4;

	private TestWatchfloorApplication() {
	}

	/**
	 * Start the sandbox, then Watchfloor.
	 * @param args Watchfloor's settings by Spring Boot's rules for the command line
	 */
	public static void main(String[] args) {
		int port = number("SERVER_PORT", 8080);
		int nodes = number("SANDBOX_NODES", 0);
		checkNodes(nodes);
		String address = "http://localhost:" + port;
		SandboxOptions options = new SandboxOptions(number("SANDBOX_PORT", 9090), number("SANDBOX_INCIDENTS", 3000),
				true, List.of(address + "/login/oauth2/code/entra", address + "/"),
				Boolean.parseBoolean(System.getenv("SANDBOX_HOSTILE")));
		Sandbox sandbox = startSandbox(options);
		Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
		try {
			if (nodes == 0) {
				startWatchfloor(settings(sandbox), port, args);
			}
			else {
				startNodes(settings(sandbox), port, nodes, args);
			}
		}
		catch (RuntimeException | IOException ex) {
			// Spring Boot has said why; the sandbox must not keep the JVM alive
			System.err.println("Watchfloor did not start. Its port is chosen by the environment variable SERVER_PORT.");
			System.exit(1);
		}
		System.out.println(welcome(address, sandbox, nodes));
	}

	private static void checkNodes(int nodes) {
		if (System.getenv("SANDBOX_NODES") == null) {
			return;
		}
		if (nodes < 1 || nodes > MOST_NODES) {
			System.err.println("SANDBOX_NODES must be a number from 1 to " + MOST_NODES + ".");
			System.exit(1);
		}
		if (!RedisServer.isInstalled()) {
			System.err
				.println("SANDBOX_NODES needs Redis, which is not installed here: nodes share their sessions in it."
						+ " On Debian: sudo apt-get install redis-server");
			System.exit(1);
		}
	}

	private static Sandbox startSandbox(SandboxOptions options) {
		try {
			return Sandbox.start(options);
		}
		catch (Sandbox.PortTakenException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
			throw ex;
		}
	}

	private static Map<String, String> settings(Sandbox sandbox) {
		Map<String, String> settings = new HashMap<>(sandbox.settings());
		// off by default in the product; whoever tries the sandbox wants to try this too
		settings.put("WATCHFLOOR_TRIAGE", "true");
		return settings;
	}

	private static void startWatchfloor(Map<String, String> settings, int port, String[] args) {
		Map<String, Object> defaults = new HashMap<>(settings);
		defaults.put("server.port", port);
		SpringApplication application = WatchfloorApplication.create();
		application.setDefaultProperties(defaults);
		application.run(args);
	}

	private static void startNodes(Map<String, String> settings, int port, int count, String[] args)
			throws IOException {
		Nodes nodes = Nodes.start(port);
		for (int i = 0; i < count; i++) {
			nodes.add(settings, args);
		}
	}

	private static int number(String name, int otherwise) {
		String value = System.getenv(name);
		return (value != null) ? Integer.parseInt(value.strip()) : otherwise;
	}

	private static String welcome(String address, Sandbox sandbox, int nodes) {
		StringBuilder text = new StringBuilder().append("\n  Watchfloor with the sandbox: open ")
			.append(address)
			.append("\n  The sandbox (no Microsoft, no passwords) listens on ")
			.append(sandbox.origin())
			.append("\n  Incidents come from ")
			.append((SandboxApi.chosen() == SandboxApi.GRAPH) ? "Microsoft Graph" : "the Defender API")
			.append((nodes > 0) ? "\n  Each request is answered by the next of " + nodes + " nodes" : "")
			.append("\n  Accounts:\n");
		for (SandboxAccount account : SandboxAccount.values()) {
			text.append(String.format(Locale.ROOT, "    %-28s %s%n", account.username(), account.purpose()));
		}
		return text.toString();
	}

}
