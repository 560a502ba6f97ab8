package io.watchfloor.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Several nodes that are one Watchfloor: they share a Redis and the key to it, and stand
 * behind a balancer that sends each request to the next of them.
 */
public final class Nodes implements AutoCloseable {

	private final List<RunningWatchfloor> started = new ArrayList<>();

	private final Balancer balancer;

	private final RedisServer redis;

	private final Path key;

	private Nodes(Balancer balancer, RedisServer redis, Path key) {
		this.balancer = balancer;
		this.redis = redis;
		this.key = key;
	}

	/**
	 * Start what nodes need, without any nodes yet.
	 * @param port where the balancer is to listen, on loopback; 0 for any free port
	 * @throws java.net.BindException if something else listens there
	 */
	public static Nodes start(int port) throws IOException {
		Balancer balancer = Balancer.start(port);
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		Path file = Files.writeString(Files.createTempFile("watchfloor", ".key"),
				Base64.getEncoder().encodeToString(key));
		file.toFile().deleteOnExit();
		return new Nodes(balancer, RedisServer.start(), file);
	}

	/**
	 * Where people find all of them.
	 */
	public String origin() {
		return this.balancer.origin();
	}

	/**
	 * The Redis that they share.
	 */
	public RedisServer redis() {
		return this.redis;
	}

	/**
	 * What every node has to be told.
	 * @return values by their names
	 */
	public Map<String, String> settings() {
		return Map.of("WATCHFLOOR_REDIS_URL", this.redis.url(), "WATCHFLOOR_SESSION_KEY_FILE", this.key.toString(),
				// A connection for each request, so that the next one goes to the next
				// node
				"server.tomcat.max-keep-alive-requests", "1");
	}

	/**
	 * The same as on the command line.
	 */
	public List<String> arguments() {
		return settings().entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toList();
	}

	/**
	 * Start a node in this process, on any free port, and send requests to it too.
	 * @param settings its other settings
	 * @param more further settings, as on the command line
	 */
	public void add(Map<String, String> settings, String... more) {
		List<String> all = new ArrayList<>(arguments());
		// Whatever the environment says of the port: that is the balancer's
		all.add("--server.port=0");
		all.addAll(List.of(more));
		RunningWatchfloor node = RunningWatchfloor.with(settings, all.toArray(String[]::new));
		this.started.add(node);
		add(URI.create(node.origin()).getPort());
	}

	/**
	 * Send requests to a node that was started elsewhere too.
	 */
	public void add(int port) {
		this.balancer.add(port);
	}

	@Override
	public void close() {
		this.balancer.close();
		this.started.forEach(RunningWatchfloor::close);
		this.redis.close();
	}

}
