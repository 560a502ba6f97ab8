package io.watchfloor.signin.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisClient;
import io.watchfloor.redis.SampleConnection;
import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.session.SessionData;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RedisServer;
import io.watchfloor.support.SampleCipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes that change what belongs to a session.
 */
@IntegrationTest
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisSessionDataTests {

	private static final String KEY = "session";

	private RedisServer redis;

	private RedisClient client;

	private LettuceConnectionFactory connection;

	private Node one;

	private Node other;

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
		this.client.connect().sync().flushall();
		this.one = new Node();
		this.other = new Node();
	}

	@AfterEach
	void part() {
		this.one.die();
		this.other.die();
	}

	@Test
	void oneWaitsForTheOther() throws Exception {
		CountDownLatch goOn = new CountDownLatch(1);
		CompletableFuture<Boolean> first = this.one.begin((turn) -> {
			goOn.await();
			return store(turn, "first");
		});
		CompletableFuture<Boolean> second = this.other.begin((turn) -> store(turn, load(turn) + ", second"));
		await().during(RedisSessionData.LEASE.plusSeconds(1))
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(second).isNotDone());
		goOn.countDown();
		assertThat(first.join()).isTrue();
		assertThat(second.join()).isTrue();
		assertThat(this.one.data.load(KEY)).asString().isEqualTo("first, second");
	}

	@Test
	void aNodeThatDiesInItsTurnKeepsTheOtherWaitingForSecondsOnly() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		this.one.begin((turn) -> {
			never.await();
			return true;
		});
		this.one.die();
		Instant asked = Instant.now();
		assertThat(this.other.begin((turn) -> store(turn, "second")).join()).isTrue();
		assertThat(Duration.between(asked, Instant.now())).isLessThan(RedisSessionData.LEASE.plusSeconds(1));
		never.countDown();
	}

	@Test
	void whoLostTheTurnStoresAsLongAsNobodyElseDid() throws Exception {
		assertThat(this.one.begin((turn) -> {
			store(turn, "about to");
			loseTurn();
			return store(turn, "done");
		}).join()).isTrue();
		assertThat(this.other.data.load(KEY)).asString().isEqualTo("done");
	}

	@Test
	void whoLostTheTurnToAnotherStoresNothing() throws Exception {
		assertThat(this.one.begin((turn) -> {
			store(turn, "about to");
			loseTurn();
			this.other.begin((next) -> store(next, load(next) + ", something else")).join();
			assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> store(turn, "done"));
			return true;
		}).join()).isTrue();
		assertThat(this.one.data.load(KEY)).asString().isEqualTo("about to, something else");
	}

	@Test
	void whoseTurnHasJustBecomeAnothersIsToldSo() throws Exception {
		assertThat(this.one.begin((turn) -> {
			loseTurn();
			this.other.begin((next) -> {
				assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> store(turn, "done"));
				return true;
			}).join();
			return true;
		}).join()).isTrue();
		assertThat(this.one.data.load(KEY)).isNull();
	}

	@Test
	void nothingIsStoredForASessionThatIsOver() throws Exception {
		assertThat(this.one.begin((turn) -> {
			store(turn, "about to");
			this.other.data.forget(KEY);
			return store(turn, "done");
		}).join()).isFalse();
		assertThat(this.one.begin((turn) -> {
			this.other.data.forget(KEY);
			return store(turn, "done");
		}).join()).isFalse();
		assertThat(this.other.data.load(KEY)).isNull();
	}

	private void loseTurn() {
		assertThat(this.client.connect().sync().del("watchfloor:turn:" + RedisKeys.hash(KEY))).isOne();
	}

	private static boolean store(SessionData.Turn turn, String text) {
		return turn.store(text.getBytes(UTF_8));
	}

	private static String load(SessionData.Turn turn) {
		byte[] stored = turn.load();
		return (stored != null) ? new String(stored, UTF_8) : "";
	}

	/**
	 * What is done in a turn.
	 */
	private interface Work {

		boolean with(SessionData.Turn turn) throws InterruptedException;

	}

	/**
	 * One of the nodes.
	 */
	private final class Node {

		private final RedisLocks locks;

		private final SessionData data;

		Node() {
			SessionTemplate template = new SessionTemplate();
			template.setConnectionFactory(RedisSessionDataTests.this.connection);
			template.afterPropertiesSet();
			SessionCipher cipher = SampleCipher.of('a');
			this.locks = new RedisLocks(template, cipher);
			this.data = new RedisSessionData(template, cipher, this.locks);
		}

		/**
		 * Begin a turn, and return when it has come or another one's is not over.
		 */
		CompletableFuture<Boolean> begin(Work work) throws InterruptedException {
			CountDownLatch begun = new CountDownLatch(1);
			CompletableFuture<Boolean> end = CompletableFuture.supplyAsync(() -> this.data.change(KEY, (turn) -> {
				begun.countDown();
				try {
					return work.with(turn);
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}), (task) -> new Thread(task).start());
			begun.await(1, TimeUnit.SECONDS);
			return end;
		}

		/**
		 * From now on nothing renews its turn.
		 */
		void die() {
			this.locks.destroy();
		}

	}

}
