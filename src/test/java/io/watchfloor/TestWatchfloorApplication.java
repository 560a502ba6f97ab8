package io.watchfloor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.SandboxOptions;

import org.springframework.boot.SpringApplication;

/**
 * Watchfloor wired to the sandbox, for trying it without a tenant:
 * {@code ./mvnw spring-boot:test-run}. Ports are chosen by {@code SERVER_PORT} (default
 * 8080) and {@code SANDBOX_PORT} (default 9090), the number of incidents by
 * {@code SANDBOX_INCIDENTS} (default 3000). With {@code SANDBOX_HOSTILE=true} there are
 * incidents whose every text was written by an attacker as well. The sandbox serves its
 * incidents by the Defender API and by Microsoft Graph; with {@code SANDBOX_SOURCE=graph}
 * Watchfloor reads the latter. Analysts may change incidents unless
 * {@code WATCHFLOOR_TRIAGE=false}.
 */
public final class TestWatchfloorApplication {

	private TestWatchfloorApplication() {
	}

	/**
	 * Start the sandbox, then Watchfloor.
	 * @param args Watchfloor's settings by Spring Boot's rules for the command line
	 */
	public static void main(String[] args) {
		int port = number("SERVER_PORT", 8080);
		String address = "http://localhost:" + port;
		SandboxOptions options = new SandboxOptions(number("SANDBOX_PORT", 9090), number("SANDBOX_INCIDENTS", 3000),
				true, List.of(address + "/login/oauth2/code/entra", address + "/"),
				Boolean.parseBoolean(System.getenv("SANDBOX_HOSTILE")));
		Sandbox sandbox = startSandbox(options);
		Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
		startWatchfloor(sandbox, port, args);
		System.out.println(welcome(address, sandbox));
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

	private static void startWatchfloor(Sandbox sandbox, int port, String[] args) {
		Map<String, Object> defaults = new HashMap<>(sandbox.settings());
		defaults.put("server.port", port);
		// off by default in the product; whoever tries the sandbox wants to try this too
		defaults.put("WATCHFLOOR_TRIAGE", true);
		SpringApplication application = WatchfloorApplication.create();
		application.setDefaultProperties(defaults);
		try {
			application.run(args);
		}
		catch (RuntimeException ex) {
			// Spring Boot has said why; the sandbox must not keep the JVM alive
			System.err.println("Watchfloor did not start. Its port is chosen by the environment variable SERVER_PORT.");
			System.exit(1);
		}
	}

	private static int number(String name, int otherwise) {
		String value = System.getenv(name);
		return (value != null) ? Integer.parseInt(value.strip()) : otherwise;
	}

	private static String welcome(String address, Sandbox sandbox) {
		StringBuilder text = new StringBuilder().append("\n  Watchfloor with the sandbox: open ")
			.append(address)
			.append("\n  The sandbox (no Microsoft, no passwords) listens on ")
			.append(sandbox.origin())
			.append("\n  Incidents come from ")
			.append((SandboxApi.chosen() == SandboxApi.GRAPH) ? "Microsoft Graph" : "the Defender API")
			.append("\n  Accounts:\n");
		for (SandboxAccount account : SandboxAccount.values()) {
			text.append(String.format(Locale.ROOT, "    %-28s %s%n", account.username(), account.purpose()));
		}
		return text.toString();
	}

}
