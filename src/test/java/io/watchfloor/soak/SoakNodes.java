package io.watchfloor.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisClient;
import io.watchfloor.support.Nodes;
import io.watchfloor.support.WatchfloorProcess;
import org.jspecify.annotations.Nullable;

/**
 * What analysts work with: one Watchfloor that keeps its sessions in memory, or several
 * nodes behind a balancer that keep them in Redis, each a process.
 */
final class SoakNodes implements AutoCloseable {

	/**
	 * How long a node that was restarted works along with the others before the next one
	 * is.
	 */
	private static final Duration WARM_UP = Duration.ofSeconds(20);

	private final List<SoakNode> running = new ArrayList<>();

	private final List<Path> logs = new ArrayList<>();

	private final List<String> troubles = new ArrayList<>();

	private final Path script;

	private final Path folder;

	private final Map<String, String> settings;

	private final @Nullable Nodes shared;

	private SoakNodes(Path script, Path folder, Map<String, String> settings, @Nullable Nodes shared) {
		this.script = script;
		this.folder = folder;
		this.settings = settings;
		this.shared = shared;
	}

	/**
	 * Start them, and wait until all are ready.
	 * @param jar Watchfloor
	 * @param count how many
	 * @param settings by the names they have in the environment
	 */
	static SoakNodes start(Path jar, int count, Map<String, String> settings) throws IOException, InterruptedException {
		SoakNodes nodes = new SoakNodes(InstalledWatchfloor.install(jar), jar.resolveSibling(""), settings,
				(count > 1) ? Nodes.start(0) : null);
		for (int i = 0; i < count; i++) {
			SoakNode node = nodes.startOne(WatchfloorProcess.freePort());
			nodes.running.add(node);
			if (nodes.shared != null) {
				nodes.shared.add(node.port());
			}
		}
		return nodes;
	}

	private SoakNode startOne(int port) throws IOException, InterruptedException {
		Path log = this.folder.resolve("soak-" + (this.logs.size() + 1) + ".log");
		Files.deleteIfExists(log);
		this.logs.add(log);
		Map<String, String> more = (this.shared != null) ? this.shared.settings() : Map.of();
		return SoakNode.start(this.script, port, this.settings, log, more);
	}

	String origin() {
		return (this.shared != null) ? this.shared.origin() : "http://localhost:" + this.running.get(0).port();
	}

	/**
	 * What several nodes share; {@code null} for one that is alone.
	 */
	@Nullable Nodes shared() {
		return this.shared;
	}

	/**
	 * Restart one node after the other while people work: stop it (SIGTERM), start it,
	 * and go on to the next when it is ready and has had time to get warm.
	 * @param schedule where that is written down
	 */
	void restart(FaultSchedule schedule) throws IOException, InterruptedException {
		int count = count();
		for (int i = 0; i < count; i++) {
			FaultWindow window = schedule.begin(FaultKind.NODE_RESTARTED);
			try (SoakNode stopped = takeOne()) {
				if (!stopped.stop()) {
					this.troubles.add("A node did not stop within a minute");
				}
				SoakNode started = startOne(stopped.port());
				synchronized (this) {
					this.running.add(started);
				}
			}
			window.end(Instant.now(), 1);
			TimeUnit.SECONDS.sleep(WARM_UP.toSeconds());
		}
	}

	private synchronized int count() {
		return this.running.size();
	}

	/**
	 * From now on nobody asks the process for what it takes.
	 */
	private synchronized SoakNode takeOne() {
		return this.running.remove(0);
	}

	/**
	 * Note how many threads there are just now.
	 */
	synchronized void countThreads() {
		this.running.forEach(SoakNode::countThreads);
	}

	/**
	 * Collect all garbage and look at what stays in all processes together.
	 */
	synchronized ProcessStats stats() throws IOException {
		ProcessStats all = new ProcessStats(0, 0, 0, 0, 0, 0, 0);
		for (SoakNode node : this.running) {
			all = all.plus(node.stats());
		}
		return all;
	}

	/**
	 * The lines of all logs that tell of a fault of Watchfloor's own.
	 */
	List<String> faults() throws IOException {
		List<String> faults = new ArrayList<>(this.troubles);
		for (Path log : this.logs) {
			faults.addAll(SoakNode.faults(log));
		}
		return faults;
	}

	/**
	 * The keys of sessions in Redis.
	 */
	List<String> sessionsInRedis() {
		RedisClient client = RedisClient.create(Objects.requireNonNull(this.shared).redis().url());
		try {
			return client.connect().sync().keys("*session*");
		}
		finally {
			client.shutdown();
		}
	}

	@Override
	public void close() {
		this.running.forEach(SoakNode::close);
		if (this.shared != null) {
			this.shared.close();
		}
	}

}
