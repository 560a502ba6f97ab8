package io.watchfloor.defender.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.watchfloor.defender.shared.Ledger;
import io.watchfloor.defender.shared.Nodes;
import io.watchfloor.defender.shared.SharedLog;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The log in Redis 7 or Valkey: a stream to which a script adds, by the clock of Redis.
 * What stands there are kinds of calls, random names of readers and times.
 */
final class RedisLog implements SharedLog {

	private static final Duration TIMEOUT = Duration.ofMillis(500);

	/**
	 * Lines are older than the calls that they tell of, by as long as calls take.
	 */
	private static final Duration LINES_KEPT = Ledger.HOUR.plusMinutes(5);

	private static final byte[] EXCHANGE = script();

	private final LettuceConnectionFactory redis;

	private final byte[][] keys;

	/**
	 * Create a log.
	 * @param redis the connection
	 * @param api the name of the API whose calls it has
	 */
	RedisLog(LettuceConnectionFactory redis, String api) {
		this.redis = redis;
		// The braces keep the keys on one node of a cluster
		String prefix = "watchfloor:calls:{" + api.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-") + "}:";
		this.keys = new byte[][] { bytes(prefix + "log"), bytes(prefix + "nodes"), bytes(prefix + "name") };
	}

	private static byte[] script() {
		try {
			return new ClassPathResource("exchange.lua", RedisLog.class).getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Answer exchange(Question question) throws SharedLogException {
		try (RedisConnection connection = this.redis.getConnection()) {
			return answer(
					get(commands(connection).eval(EXCHANGE, ScriptOutputType.MULTI, this.keys, arguments(question))));
		}
		catch (TimeoutException ex) {
			throw new SharedLogException("Redis does not answer", ex);
		}
		catch (ExecutionException ex) {
			throw new SharedLogException("Redis: " + Objects.requireNonNullElse(ex.getCause(), ex).getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SharedLogException("interrupted", ex);
		}
		catch (RuntimeException ex) {
			throw new SharedLogException("Redis cannot be reached: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void leave(String node) {
		try (RedisConnection connection = this.redis.getConnection()) {
			get(commands(connection).zrem(this.keys[1], bytes(node)));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			// The others find out in a minute
		}
	}

	private static RedisClusterAsyncCommands<byte[], byte[]> commands(RedisConnection connection) {
		return ((LettuceConnection) connection).getNativeConnection();
	}

	private static <R> R get(RedisFuture<R> future) throws InterruptedException, ExecutionException, TimeoutException {
		try {
			return future.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			future.cancel(true);
			throw ex;
		}
	}

	private static byte[][] arguments(Question question) {
		List<String> arguments = new ArrayList<>(
				List.of(question.node(), question.log(), question.position(), orEmpty(question.begin()),
						orEmpty(question.proposal()), String.valueOf(question.decidedAt().toEpochMilli()),
						String.valueOf(LINES_KEPT.toMillis()), String.valueOf(Nodes.REMEMBERED.toMillis())));
		for (NewLine line : question.lines()) {
			arguments.add(String.valueOf(line.age().toMillis()));
			arguments.add(line.text());
		}
		return arguments.stream().map(RedisLog::bytes).toArray(byte[][]::new);
	}

	private static Answer answer(List<Object> reply) {
		long now = (Long) reply.get(0);
		String log = text(reply.get(1));
		long begun = log.isEmpty() ? now : Long.parseLong(log.substring(log.lastIndexOf('-') + 1));
		List<Line> lines = list(reply.get(5)).stream().map((line) -> line(list(list(line).get(1)))).toList();
		return new Answer(Instant.ofEpochMilli(now), log, Duration.ofMillis(now - begun), text(reply.get(2)),
				(Long) reply.get(3) == 1, nodes(list(reply.get(4)), now), lines);
	}

	private static Map<String, Duration> nodes(List<Object> scores, long now) {
		Map<String, Duration> nodes = new HashMap<>();
		for (int i = 0; i < scores.size(); i += 2) {
			nodes.put(text(scores.get(i)), Duration.ofMillis(now - (long) Double.parseDouble(text(scores.get(i + 1)))));
		}
		return nodes;
	}

	private static Line line(List<Object> fields) {
		return new Line(Instant.ofEpochMilli(Long.parseLong(text(fields.get(1)))), text(fields.get(3)));
	}

	@SuppressWarnings("unchecked")
	private static List<Object> list(Object reply) {
		return (List<Object>) reply;
	}

	private static String text(Object reply) {
		return new String((byte[]) reply, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
