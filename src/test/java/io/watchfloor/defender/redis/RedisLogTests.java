package io.watchfloor.defender.redis;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.watchfloor.defender.shared.Ledger;
import io.watchfloor.defender.shared.LineFormat;
import io.watchfloor.defender.shared.SharedLedger;
import io.watchfloor.redis.SampleConnection;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Three nodes, whose clocks differ, and a Redis that comes and goes. The quota is fifty
 * calls an hour.
 */
@IntegrationTest
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisLogTests {

	private static final int QUOTA = 50;

	private final List<Node> nodes = new ArrayList<>();

	private RedisServer redis;

	private RedisClient client;

	private LettuceConnectionFactory connection;

	@BeforeAll
	void start() {
		this.redis = RedisServer.start();
		this.client = RedisClient.create(this.redis.url());
		this.connection = SampleConnection.to(this.redis.url());
	}

	@AfterAll
	void stop() {
		this.connection.destroy();
		this.client.shutdown();
		this.redis.close();
	}

	@BeforeEach
	void meet() {
		redis().flushall();
		Stream.of(0, 60, -60).map(Node::new).forEach(this.nodes::add);
		// The log is old enough that nobody else is expected to come back to it
		this.nodes.get(0).ledger.synchronize();
		String name = redis().keys("*:name").get(0);
		redis().set(name, "old-1");
		this.nodes.forEach((node) -> node.ledger.synchronize());
		this.nodes.forEach(Node::start);
		await().until(() -> this.nodes.stream().allMatch((node) -> node.ledger.part() == 1));
	}

	@AfterEach
	void part() {
		this.nodes.forEach((node) -> node.thread.stop());
		this.nodes.clear();
	}

	private RedisCommands<String, String> redis() {
		return this.client.connect().sync();
	}

	@Test
	void manyThreadsOfThreeNodesTakeExactlyWhatThereIs() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(12);
		try {
			List<Callable<Integer>> works = new ArrayList<>();
			for (int i = 0; i < 12; i++) {
				Node node = this.nodes.get(i % 3);
				works.add(() -> node.takeAll(QUOTA));
			}
			int taken = 0;
			for (Future<Integer> work : threads.invokeAll(works)) {
				taken += work.get();
			}
			assertThat(taken).isEqualTo(QUOTA);
		}
		finally {
			threads.shutdownNow();
		}
		await().untilAsserted(() -> assertThat(this.nodes).allSatisfy((node) -> assertThat(node.left()).isZero()));
	}

	@Test
	void whatOneDoesTheOthersHearOf() {
		assertThat(this.nodes.get(0).takeAll(10)).isEqualTo(10);
		this.nodes.get(1).ledger.pause("reads", Duration.ofMinutes(10));
		await().untilAsserted(() -> assertThat(this.nodes).allSatisfy((node) -> {
			assertThat(node.left()).isEqualTo(QUOTA - 10);
			Instant end = node.ledger.pausedUntil("reads");
			assertThat(node.ledger.<Duration>read((ledger, now) -> Duration.between(now, end)))
				.isBetween(Duration.ofMinutes(8), Duration.ofMinutes(11));
		}));
	}

	@Test
	void redisHoldsOnlyWhatIsRecordedAndForgetsIt() {
		this.nodes.get(0).takeAll(1);
		List<String> keys = redis().keys("*");
		assertThat(keys).hasSize(3).allSatisfy((key) -> {
			assertThat(key).startsWith("watchfloor:calls:{the-api}:");
			assertThat(redis().pttl(key)).isPositive();
		});
	}

	@Test
	void whileRedisIsFrozenEachNodeKeepsToItsShareAndNobodyWaitsLong() {
		this.nodes.get(0).takeAll(20);
		await().until(() -> this.nodes.stream().allMatch((node) -> node.left() == 30));
		this.redis.freeze();
		try {
			Instant asked = Instant.now();
			assertThat(this.nodes.get(1).takeAll(QUOTA)).isEqualTo(10);
			assertThat(Duration.between(asked, Instant.now())).as("one call waits, and no other after it")
				.isLessThan(Duration.ofSeconds(6));
			assertThat(this.nodes.get(1).ledger.part()).isEqualTo(1.0 / 3);
		}
		finally {
			this.redis.thaw();
		}
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.nodes.stream().allMatch((node) -> node.ledger.part() == 1 && node.left() == 20));
	}

	@Test
	void aRedisThatReturnsEmptyIsToldWhatTheNodesKnow() throws IOException {
		this.nodes.get(0).takeAll(20);
		await().until(() -> this.nodes.stream().allMatch((node) -> node.left() == 30));
		this.redis.stop();
		try {
			assertThat(this.nodes.get(1).takeAll(QUOTA) + this.nodes.get(2).takeAll(QUOTA)).isEqualTo(20);
		}
		finally {
			this.redis.startAgain();
		}
		await().atMost(Duration.ofSeconds(90))
			.until(() -> this.nodes.stream().allMatch((node) -> node.ledger.part() == 1 && node.left() == 10));
		Node fresh = new Node(0);
		fresh.ledger.synchronize();
		assertThat(fresh.count()).isEqualTo(40);
	}

	/**
	 * One of the nodes.
	 */
	private final class Node {

		private final SharedLedger<String> ledger;

		private final LedgerThread thread;

		Node(int ahead) {
			Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(ahead));
			this.ledger = SharedLedger.of(clock, new Words(), new RedisLog(RedisLogTests.this.connection, "The API"));
			this.thread = new LedgerThread(this.ledger, 0);
		}

		void start() {
			this.thread.start();
		}

		int left() {
			return this.ledger.read((ledger, now) -> ledger.left(QUOTA, now, Ledger.HOUR, (call) -> true));
		}

		int count() {
			return this.ledger.read((ledger, now) -> ledger.count(now, Ledger.HOUR, (call) -> true));
		}

		int takeAll(int most) {
			int taken = 0;
			while (taken < most && take()) {
				taken++;
			}
			return taken;
		}

		/**
		 * Take a call, as often as the log is too busy.
		 */
		private boolean take() {
			try {
				while (this.ledger.take(this::decide) == null) {
					Thread.onSpinWait();
				}
				return true;
			}
			catch (IllegalStateException ex) {
				return false;
			}
		}

		private String decide(Ledger<String> calls, Instant now) {
			if (calls.left(QUOTA, now, Ledger.HOUR, (call) -> true) == 0) {
				throw new IllegalStateException("No call is left");
			}
			return "call";
		}

	}

	/**
	 * Writes words as they are.
	 */
	private static final class Words implements LineFormat<String> {

		@Override
		public String write(String what) {
			return what;
		}

		@Override
		public String read(String words) {
			return words;
		}

	}

}
