package io.watchfloor.soak;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

/**
 * Watchfloor as people run it: in a process of its own with a heap of 256 MB, looked at
 * from outside. Connections to the API that nobody uses close after ten seconds and not,
 * as usual, after twenty minutes, so that one that leaks stands out.
 */
final class SoakNode implements AutoCloseable {

	private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";

	private final AtomicInteger fewestThreads = new AtomicInteger(Integer.MAX_VALUE);

	private final Process process;

	private final int port;

	private final JMXConnector connector;

	private final MBeanServerConnection beans;

	private final ThreadMXBean threads;

	private SoakNode(Process process, int port, JMXConnector connector) throws IOException {
		this.process = process;
		this.port = port;
		this.connector = connector;
		this.beans = connector.getMBeanServerConnection();
		this.threads = ManagementFactory.newPlatformMXBeanProxy(this.beans, ManagementFactory.THREAD_MXBEAN_NAME,
				ThreadMXBean.class);
	}

	/**
	 * Start it, and wait until it is ready.
	 * @param script starts it
	 * @param port where it is to listen
	 * @param settings by the names they have in the environment
	 * @param log where it is to write its log
	 * @param more further settings, by their names as properties
	 */
	static SoakNode start(Path script, int port, Map<String, String> settings, Path log, Map<String, String> more)
			throws IOException, InterruptedException {
		StringBuilder options = new StringBuilder("-Xmx256m -Djdk.httpclient.keepalive.timeout=10");
		more.forEach((name, value) -> options.append(" -D").append(name).append('=').append(value));
		ProcessBuilder builder = withOwnJava(List.of(script.toString()));
		builder.environment().putAll(settings);
		builder.environment().put("SERVER_PORT", String.valueOf(port));
		builder.environment().put("JAVA_OPTIONS", options.toString());
		Process process = builder.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		awaitReadiness(process, port, log.toFile());
		return new SoakNode(process, port, connect(process.pid()));
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * A command that uses the same Java.
	 */
	static ProcessBuilder withOwnJava(List<String> command) {
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		return builder;
	}

	private static void awaitReadiness(Process process, int port, File log) throws IOException, InterruptedException {
		HttpRequest health = HttpRequest
			.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
			.build();
		HttpClient http = HttpClient.newHttpClient();
		while (process.isAlive()) {
			try {
				if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
					return;
				}
			}
			catch (IOException ex) {
				// It does not listen yet
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
		throw new IOException("Watchfloor did not start, see " + log);
	}

	private static JMXConnector connect(long pid) throws IOException {
		try {
			VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
			try {
				return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
			}
			finally {
				machine.detach();
			}
		}
		catch (AttachNotSupportedException ex) {
			throw new IOException(ex);
		}
	}

	int port() {
		return this.port;
	}

	/**
	 * Ask it to stop (SIGTERM), and wait until it has answered what it was asked.
	 * @return whether it stopped within a minute
	 */
	boolean stop() throws InterruptedException {
		this.process.destroy();
		return this.process.waitFor(1, TimeUnit.MINUTES);
	}

	/**
	 * Note how many threads there are just now.
	 */
	void countThreads() {
		this.fewestThreads.accumulateAndGet(this.threads.getThreadCount(), Math::min);
	}

	/**
	 * Collect all garbage and look at what stays. The period of the threads begins anew.
	 */
	ProcessStats stats() throws IOException {
		countThreads();
		try {
			String histogram = (String) this.beans.invoke(new ObjectName(DIAGNOSTICS), "gcClassHistogram",
					new Object[] { new String[0] }, new String[] { String[].class.getName() });
			long descriptors = (Long) this.beans.getAttribute(
					new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "OpenFileDescriptorCount");
			return new ProcessStats(number(histogram, "Total +\\d+ +(\\d+)"),
					this.fewestThreads.getAndSet(Integer.MAX_VALUE), descriptors,
					instances(histogram, "io.watchfloor.queue.reading.IncidentQueue"),
					instances(histogram, "io.watchfloor.signin.StoredTokens"),
					instances(histogram, "io.watchfloor.queue.IncidentSummary"),
					instances(histogram, "org.apache.catalina.session.StandardSession"));
		}
		catch (JMException ex) {
			throw new IOException(ex);
		}
	}

	private static long instances(String histogram, String type) {
		return number(histogram, "(\\d+) +\\d+ +" + Pattern.quote(type) + "\\s");
	}

	private static long number(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
	}

	/**
	 * The lines of a log that tell of a fault of its own.
	 */
	static List<String> faults(Path log) throws IOException {
		try (var lines = Files.lines(log)) {
			return lines.filter((line) -> line.contains(" ERROR ") || line.contains("OutOfMemory")).toList();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			this.connector.close();
		}
		catch (IOException ex) {
			// The process is gone already, and the connection with it
		}
	}

}
