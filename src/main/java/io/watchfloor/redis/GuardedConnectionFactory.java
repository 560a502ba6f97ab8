package io.watchfloor.redis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.api.StatefulRedisConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionProvider;

/**
 * Keeps requests from waiting for a Redis that does not answer. Once a command has had no
 * answer, commands are refused at once, until a thread of its own has made another
 * connection; it tries each second. So a request that needs several commands waits for
 * one of them only, nobody waits for connections, and one whose other end has silently
 * gone is not used for as long as TCP hopes for it, which is a quarter of an hour.
 */
final class GuardedConnectionFactory extends LettuceConnectionFactory {

	/**
	 * Until the next attempt. Not shorter than a command may take: by then none is under
	 * way on the connection that is given up.
	 */
	private static final Duration PAUSE = RedisConfiguration.TIMEOUT;

	private final ScheduledThreadPoolExecutor connector = new ScheduledThreadPoolExecutor(1, (work) -> {
		Thread thread = new Thread(work, "redis-connector");
		thread.setDaemon(true);
		return thread;
	}, new ThreadPoolExecutor.DiscardPolicy());

	private final CountDownLatch firstAttempt = new CountDownLatch(1);

	private final AtomicBoolean connected = new AtomicBoolean();

	private volatile @Nullable Exception failure;

	GuardedConnectionFactory(String url, LettuceClientConfiguration client) {
		super(createRedisConfiguration(url), client);
	}

	@Override
	public void afterPropertiesSet() {
		super.afterPropertiesSet();
		this.connector.execute(this::connect);
	}

	@Override
	public void destroy() {
		this.connector.shutdownNow();
		super.destroy();
	}

	private void connect() {
		try {
			resetConnection();
			getSharedConnection();
			this.connected.set(true);
		}
		catch (RuntimeException ex) {
			this.failure = ex;
			connectLater();
		}
		finally {
			this.firstAttempt.countDown();
		}
	}

	private void connectLater() {
		this.connector.schedule(this::connect, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Return the connection. Only the first one is waited for.
	 * @throws RedisConnectionFailureException if there is none
	 */
	@Override
	public RedisConnection getConnection() {
		if (!this.connected.get() && !isConnectedAtFirst()) {
			throw new RedisConnectionFailureException("Redis did not answer a moment ago", this.failure);
		}
		return super.getConnection();
	}

	private boolean isConnectedAtFirst() {
		try {
			return this.firstAttempt.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) && this.connected.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	protected LettuceConnection doCreateLettuceConnection(
			@Nullable StatefulRedisConnection<byte[], byte[]> sharedConnection,
			LettuceConnectionProvider connectionProvider, long timeout, int database) {
		return new LettuceConnection(sharedConnection, connectionProvider, timeout, database) {

			@Override
			protected DataAccessException convertLettuceAccessException(Exception ex) {
				if (!isAnswer(ex)) {
					failed(ex);
				}
				return super.convertLettuceAccessException(ex);
			}

		};
	}

	/**
	 * Return whether Redis refused a command. One that has become a replica is left for
	 * the Redis that took its place, which may have its address.
	 */
	private static boolean isAnswer(@Nullable Throwable failure) {
		return failure != null
				&& ((failure instanceof RedisCommandExecutionException && !(failure instanceof RedisReadOnlyException))
						|| isAnswer(failure.getCause()));
	}

	private void failed(Exception cause) {
		if (this.connected.compareAndSet(true, false)) {
			this.failure = cause;
			connectLater();
		}
	}

}
