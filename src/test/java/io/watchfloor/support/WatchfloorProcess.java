package io.watchfloor.support;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.watchfloor.WatchfloorApplication;
import org.awaitility.Awaitility;

/**
 * Watchfloor in a process of its own, so that it can run out of memory or be killed.
 */
public final class WatchfloorProcess implements AutoCloseable {

	private final Process process;

	private final Path log;

	private WatchfloorProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Start it, and wait until it answers.
	 * @param port where it is to listen
	 * @param settings values by the names they have in the environment
	 * @param options options of the JVM
	 */
	public static WatchfloorProcess start(int port, Map<String, String> settings, String... options)
			throws IOException {
		String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> command = Stream
			.of(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), Stream.of(options),
					Stream.of("-cp", classes, WatchfloorApplication.class.getName()))
			.flatMap((part) -> part)
			.toList();
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().putAll(settings);
		builder.environment().putAll(Map.of("SERVER_PORT", Integer.toString(port), "SERVER_ADDRESS", "localhost"));
		File log = File.createTempFile("watchfloor", ".log", new File("target"));
		WatchfloorProcess started = new WatchfloorProcess(builder.redirectErrorStream(true).redirectOutput(log).start(),
				log.toPath());
		awaitAnswer(started.process, port);
		return started;
	}

	/**
	 * Wait until a process of Watchfloor answers.
	 * @param process the process, which may end meanwhile
	 * @param port where it listens
	 * @throws org.awaitility.core.TerminalFailureException if it ends
	 */
	public static void awaitAnswer(Process process, int port) {
		Visitor anybody = new Visitor("http://localhost:" + port);
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.failFast(() -> !process.isAlive())
			.ignoreExceptions()
			.until(() -> anybody.ask("/actuator/health/readiness").status() == 200);
	}

	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * The number by which the machine knows it.
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * What it writes.
	 */
	public Path log() {
		return this.log;
	}

	/**
	 * Kill it in the middle of whatever it does (SIGKILL).
	 */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/**
	 * Ask it to stop (SIGTERM).
	 */
	public void terminate() {
		this.process.destroy();
	}

	/**
	 * Wait until it has stopped.
	 * @return whether it did within a minute
	 */
	public boolean awaitEnd() throws InterruptedException {
		return this.process.waitFor(1, TimeUnit.MINUTES);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
