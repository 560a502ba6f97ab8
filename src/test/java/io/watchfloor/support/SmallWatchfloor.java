package io.watchfloor.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.sandbox.Sandbox;

/**
 * Watchfloor in a process of its own with a small heap, which ends at once when that runs
 * out. Its settings are those that it has by default, but for the calls that the API
 * grants: of those, reading as much would take hours.
 */
public final class SmallWatchfloor implements AutoCloseable {

	private static final String JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

	private static final Path COLLECTIONS = Path.of("target/heap-gc.log");

	private final WatchfloorProcess process;

	private final String origin;

	private SmallWatchfloor(WatchfloorProcess process, String origin) {
		this.process = process;
		this.origin = origin;
	}

	/**
	 * Start it, and wait until it answers.
	 * @param megabytes the size of its heap
	 */
	public static SmallWatchfloor start(Sandbox sandbox, int megabytes) throws IOException {
		int port = WatchfloorProcess.freePort();
		String origin = "http://localhost:" + port;
		sandbox.registerRedirect(origin + "/login/oauth2/code/entra");
		sandbox.registerRedirect(origin + "/");
		Map<String, String> settings = new HashMap<>(sandbox.settings());
		settings.put("DEFENDER_CALLS_PER_MINUTE", "1000000");
		settings.put("DEFENDER_CALLS_PER_HOUR", "1000000");
		return new SmallWatchfloor(WatchfloorProcess.start(port, settings, "-Xmx" + megabytes + "m",
				"-XX:+ExitOnOutOfMemoryError", "-Xlog:gc:file=" + COLLECTIONS), origin);
	}

	public Visitor visitor() {
		return new Visitor(this.origin);
	}

	/**
	 * Collect all garbage and look at what stays.
	 */
	public Held held() throws IOException {
		Process look = new ProcessBuilder(JCMD, Long.toString(this.process.pid()), "GC.class_histogram")
			.redirectErrorStream(true)
			.start();
		String histogram = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Held(number(histogram, "Total +\\d+ +(\\d+)"),
				instances(histogram, "io.watchfloor.queue.IncidentSummary"),
				instances(histogram, "io.watchfloor.queue.reading.IncidentQueue"));
	}

	private static long instances(String histogram, String type) {
		return number(histogram, "(\\d+) +\\d+ +" + Pattern.quote(type) + "\\s");
	}

	private static long number(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		if (!matcher.find()) {
			throw new AssertionError("No " + pattern + " in " + text);
		}
		return Long.parseLong(matcher.group(1));
	}

	/**
	 * The lines of its log that tell of a fault of its own.
	 */
	public List<String> faults() throws IOException {
		try (var lines = Files.lines(this.process.log())) {
			return lines.filter((line) -> line.contains(" ERROR ") || line.contains("OutOfMemory")).toList();
		}
	}

	/**
	 * How often there was so little room that all work had to stand still for it.
	 */
	public long emergencies() throws IOException {
		try (var lines = Files.lines(COLLECTIONS)) {
			return lines.filter((line) -> line.contains("Pause Full") && !line.contains("Heap Inspection")).count();
		}
	}

	@Override
	public void close() {
		this.process.close();
	}

	/**
	 * What its heap holds.
	 *
	 * @param bytes all of it
	 * @param incidents how many incidents, each once
	 * @param queues how many queues
	 */
	public record Held(long bytes, long incidents, long queues) {
	}

}
