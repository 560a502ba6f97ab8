package io.watchfloor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

/**
 * A Redis of a test's own, without persistence. Where Debian's package
 * {@code redis-server} is missing, the tests that want it say so loudly and are not run;
 * with {@code CI} in the environment they fail instead.
 */
public final class RedisServer implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

	private static final String MISSING = "MISSING: " + PROGRAM
			+ ". Tests of several nodes need the package redis-server";

	private final int port;

	private final List<String> options;

	private Process process;

	private RedisServer(int port, List<String> options, Process process) {
		this.port = port;
		this.options = options;
		this.process = process;
	}

	/**
	 * Whether there is one to start.
	 */
	public static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	/**
	 * Whether tests that want it are to be run. Where there is none, say so.
	 * @throws AssertionError if there is none and {@code CI} is in the environment
	 */
	public static boolean isWanted() {
		if (!isInstalled()) {
			System.err.println(MISSING);
			if (System.getenv("CI") != null) {
				fail(MISSING);
			}
		}
		return isInstalled();
	}

	/**
	 * Start it, and wait until it answers.
	 * @param options further options of {@code redis-server}, such as {@code --user} and
	 * the words of a rule
	 */
	public static RedisServer start(String... options) {
		if (!isWanted()) {
			Assumptions.abort(MISSING);
		}
		try {
			int port = WatchfloorProcess.freePort();
			RedisServer server = new RedisServer(port, List.of(options), process(port, List.of(options)));
			// Whatever becomes of who started it
			Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Process process(int port, List<String> options) throws IOException {
		List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "--port", String.valueOf(port), "--bind",
				"127.0.0.1", "--save", "", "--appendonly", "no"));
		command.addAll(options);
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		await().ignoreExceptions().until(() -> answers(port));
		return process;
	}

	private static boolean answers(int port) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			return socket.getInputStream().read() == '+';
		}
	}

	/**
	 * Where it listens.
	 */
	public int port() {
		return this.port;
	}

	/**
	 * The value of {@code WATCHFLOOR_REDIS_URL} for a user who may do everything.
	 */
	public String url() {
		return "redis://127.0.0.1:" + this.port;
	}

	/**
	 * Stop it, with everything that it holds.
	 */
	public void stop() {
		signal("CONT");
		this.process.destroyForcibly();
		try {
			this.process.waitFor(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Start it again, empty.
	 */
	public void startAgain() throws IOException {
		this.process = process(this.port, this.options);
	}

	/**
	 * Let it keep its connections and answer nothing.
	 */
	public void freeze() {
		signal("STOP");
	}

	/**
	 * Let it answer again.
	 */
	public void thaw() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			new ProcessBuilder("kill", "-" + name, String.valueOf(this.process.pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		stop();
	}

}
