package io.watchfloor.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how long a start takes, from exec to the first answer 200 of the readiness
 * probe, with the launcher that people install. It needs nothing but itself:
 * {@code java StartUp.java 10 /usr/share/watchfloor/bin/watchfloor}. {@code JAVA_HOME}
 * chooses the Java that is measured, {@code JAVA_OPTIONS} its options.
 */
public final class StartUp {

	private static final String READINESS = "/actuator/health/readiness";

	private static final Duration POLL = Duration.ofMillis(5);

	private static final double SECOND = 1e9;

	private StartUp() {
	}

	/**
	 * Measure starts without an archive, and with one.
	 * @param arguments how many starts of each, and the launcher's path
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		int starts = Integer.parseInt(arguments[0]);
		String launcher = Path.of(arguments[1]).toAbsolutePath().toString();
		Path cache = Files.createTempDirectory("watchfloor-archive");
		print(launcher, "extracted", starts, cache);
		if (process(List.of(launcher, "archive"), cache, 0).waitFor() != 0) {
			throw new IllegalStateException("There is no archive: see " + log(cache));
		}
		print(launcher, "with an archive", starts, cache);
		Files.deleteIfExists(log(cache).toPath());
		try (var files = Files.list(cache)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		Files.delete(cache);
	}

	private static void print(String launcher, String what, int starts, Path cache)
			throws IOException, InterruptedException {
		List<Start> all = new ArrayList<>();
		for (int i = 0; i < starts; i++) {
			all.add(start(launcher, cache));
		}
		System.out.printf(Locale.ROOT, "%-16s %s s to the first 200, %s s of CPU, %s s for the first page%n", what,
				figures(all.stream().mapToDouble(Start::wall).toArray()),
				figures(all.stream().mapToDouble(Start::cpu).toArray()),
				figures(all.stream().mapToDouble(Start::page).toArray()));
	}

	/**
	 * The least, and in parentheses the median.
	 */
	private static String figures(double[] values) {
		Arrays.sort(values);
		return String.format(Locale.ROOT, "%.2f (%.2f)", values[0], values[values.length / 2]);
	}

	private static Start start(String launcher, Path cache) throws IOException, InterruptedException {
		int port = freePort();
		long begin = System.nanoTime();
		Process process = process(List.of(launcher), cache, port);
		try {
			while (!answers(port, READINESS)) {
				if (!process.isAlive()) {
					throw new IllegalStateException(Files.readString(log(cache).toPath()));
				}
				Thread.sleep(POLL.toMillis());
			}
			double wall = (System.nanoTime() - begin) / SECOND;
			double cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / SECOND;
			begin = System.nanoTime();
			if (!answers(port, "/")) {
				throw new IllegalStateException("The first page does not answer 200");
			}
			return new Start(wall, cpu, (System.nanoTime() - begin) / SECOND);
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	private static Process process(List<String> command, Path cache, int port) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(cache));
		builder.environment()
			.putAll(Map.of("AZURE_TENANT_ID", "0a1b2c3d-0000-4000-8000-00000000000a", "AZURE_CLIENT_ID", "client",
					"SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", String.valueOf(port), "CACHE_DIRECTORY",
					cache.toString()));
		return builder.start();
	}

	private static File log(Path cache) {
		return new File(cache + ".log");
	}

	private static boolean answers(int port, String path) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
				.startsWith("HTTP/1.1 200");
		}
		catch (IOException ex) {
			// Nobody listens yet
			return false;
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One start, in seconds.
	 *
	 * @param wall until the first answer
	 * @param cpu processor time of all threads until then
	 * @param page the time that the first page took after that
	 */
	private record Start(double wall, double cpu, double page) {
	}

}
