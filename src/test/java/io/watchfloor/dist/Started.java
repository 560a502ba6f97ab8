package io.watchfloor.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.watchfloor.support.Visitor;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command that was started with an environment of its own, and none of this process.
 */
final class Started implements AutoCloseable {

	private final Process process;

	private final Path log;

	private Started(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	static Started start(List<String> command, Path folder, Map<String, String> environment) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		Path log = Files.createTempFile(Path.of("target"), "started", ".log").toAbsolutePath();
		return new Started(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
	}

	/**
	 * Run a command to its end, which has to be a success.
	 * @return what it wrote
	 */
	static String run(List<String> command, Path folder, Map<String, String> environment)
			throws IOException, InterruptedException {
		try (Started started = start(command, folder, environment)) {
			assertThat(started.process.waitFor(4, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
			assertThat(started.process.exitValue()).as("%s: %s", command, started.output()).isZero();
			return started.output();
		}
	}

	/**
	 * Wait until it takes requests.
	 */
	void awaitReadiness(int port) throws IOException {
		Visitor balancer = new Visitor("http://localhost:" + port);
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.failFast(() -> assertThat(this.process.isAlive()).as(output()).isTrue())
			.ignoreExceptions()
			.until(() -> balancer.ask("/actuator/health/readiness").status() == 200);
	}

	/**
	 * Ask it to stop (SIGTERM).
	 * @return its status at the end
	 */
	int stop() throws InterruptedException {
		this.process.destroy();
		return end();
	}

	/**
	 * Wait until it ends by itself.
	 * @return its status
	 */
	int end() throws InterruptedException {
		return this.process.waitFor();
	}

	String output() throws IOException {
		return Files.readString(this.log);
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly();
		Files.deleteIfExists(this.log);
	}

}
