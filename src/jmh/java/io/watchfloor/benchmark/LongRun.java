package io.watchfloor.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.sandbox.defender.DefenderControls;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.WatchfloorProcess;

/**
 * Measures how much processor time pages take of processes that were just started, until
 * they have answered many, to compare options of Java: {@code LongRun
 * /usr/share/watchfloor/bin/watchfloor 10000 -XX:TieredStopAtLevel=1}. All are asked
 * for the same pages in turn, so that the machine's moods are all of theirs.
 */
public final class LongRun {

	private static final int BATCH = 500;

	private static final int INCIDENTS = 1000;

	private static final List<String> PAGES = List.of("/", "/incidents", "/incidents?severity=High&severity=Medium",
			"/incidents?q=corp&sort=-severity", "/handover", "/incidents?page=2", "/incidents?status=Active",
			"/incidents?sort=attention");

	private LongRun() {
	}

	/**
	 * Measure.
	 * @param arguments the launcher's path, how many pages to ask of each process, and for
	 * each process after the first, which has what the launcher gives, more options
	 */
	public static void main(String[] arguments) throws IOException {
		int all = Integer.parseInt(arguments[1]);
		List<String> options = new ArrayList<>(Arrays.asList(arguments).subList(2, arguments.length));
		options.add(0, "");
		try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, INCIDENTS, false, List.of(), true))) {
			DefenderControls defender = sandbox.bean(DefenderControls.class);
			defender.quota(false, false);
			String incident = "/incidents/" + defender.visibleTo(SandboxAccount.LEAD).get(0);
			List<Process> processes = new ArrayList<>();
			List<Visitor> visitors = new ArrayList<>();
			try {
				for (String own : options) {
					int port = WatchfloorProcess.freePort();
					Process process = start(arguments[0], port, own, sandbox);
					processes.add(process);
					WatchfloorProcess.awaitAnswer(process, port);
					visitors.add(signIn("http://localhost:" + port, sandbox));
				}
				for (int pages = BATCH; pages <= all; pages += BATCH) {
					List<Double> before = cpu(processes);
					for (Visitor visitor : visitors) {
						visit(visitor, incident);
					}
					print(pages, before, cpu(processes));
				}
			}
			finally {
				processes.forEach(Process::destroyForcibly);
			}
		}
	}

	private static Process start(String launcher, int port, String options, Sandbox sandbox) throws IOException {
		Path log = Files.createTempFile("watchfloor-", ".log");
		ProcessBuilder builder = new ProcessBuilder(launcher).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(sandbox.settings());
		builder.environment().put("SERVER_PORT", String.valueOf(port));
		builder.environment().put("JAVA_OPTIONS", "-Xmx256m " + options);
		return builder.start();
	}

	private static Visitor signIn(String origin, Sandbox sandbox) {
		sandbox.registerRedirect(origin + "/login/oauth2/code/entra");
		sandbox.registerRedirect(origin + "/");
		Visitor visitor = new Visitor(origin);
		visitor.signIn(SandboxAccount.LEAD, "/incidents");
		return visitor;
	}

	/**
	 * Ask for an incident less often than for lists: each costs a call of the quota.
	 */
	private static void visit(Visitor visitor, String incident) {
		for (int i = 0; i < BATCH; i++) {
			String address = (i % 25 == 0) ? incident : PAGES.get(i % PAGES.size());
			int status = visitor.ask(address).status();
			if (status != 200) {
				throw new IllegalStateException(address + " answers " + status);
			}
		}
	}

	/**
	 * The processor time so far, in milliseconds.
	 */
	private static List<Double> cpu(List<Process> processes) {
		return processes.stream()
			.map((process) -> process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6)
			.toList();
	}

	private static void print(int pages, List<Double> before, List<Double> after) {
		List<String> figures = new ArrayList<>();
		for (int i = 0; i < after.size(); i++) {
			figures.add(String.format(Locale.ROOT, "%6.1f ms a page, %6.1f s in all",
					(after.get(i) - before.get(i)) / BATCH, after.get(i) / 1e3));
		}
		System.out.printf("%6d pages: %s%n", pages, String.join("   ", figures));
	}

}
