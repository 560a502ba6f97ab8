package io.watchfloor.signin.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

import io.watchfloor.signin.encryption.SessionCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Lets several nodes do something one after the other. While Redis is away they do it at
 * the same time: doing something twice is better than not doing it. A node that is at it
 * says so again and again, so that one that died keeps nobody waiting for long.
 */
final class RedisLocks implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(RedisLocks.class);

	private static final long BETWEEN_ATTEMPTS = TimeUnit.MILLISECONDS.toNanos(50);

	private static final int OWNER_LENGTH = 16;

	/**
	 * How long a node that died keeps the others waiting: less than the two seconds for
	 * which people may wait, and longer than one that lives pauses.
	 */
	private static final Duration LEASE = Duration.ofMillis(1_500);

	/**
	 * Gives a lock that is still the owner's another time. Arguments: the owner, the
	 * time.
	 */
	private static final RedisScript<Long> RENEW = new DefaultRedisScript<>(
			"if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0",
			Long.class);

	/**
	 * Deletes a lock unless its time was over and another node has it by now.
	 */
	private static final RedisScript<Long> UNLOCK = new DefaultRedisScript<>(
			"if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0", Long.class);

	private final ScheduledExecutorService renewals = Executors
		.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("redis-locks-"));

	private final RedisTemplate<String, Object> redis;

	private final SessionCipher cipher;

	RedisLocks(RedisTemplate<String, Object> redis, SessionCipher cipher) {
		this.redis = redis;
		this.cipher = cipher;
	}

	/**
	 * Do something that no other node does meanwhile.
	 * @param lock the key of the lock
	 * @param longest how long it may take; after that others no longer wait
	 * @param work what to do
	 */
	<T> T call(String lock, Duration longest, Supplier<T> work) {
		byte[] owner = newOwner();
		lock(lock, owner, longest);
		return call(lock, owner, LEASE, longest, work);
	}

	/**
	 * Do something that no other node does meanwhile, or nothing.
	 * @param lock the key of the lock
	 * @param lease how long a node that died keeps the others waiting
	 * @param patience how long to wait for others
	 * @param longest how long it may take; after that others no longer wait
	 * @param work what to do; is given what names the owner of the lock
	 * @throws DataAccessException if Redis does not answer, or another node takes too
	 * long
	 */
	<T> T callAlone(String lock, Duration lease, Duration patience, Duration longest, Function<byte[], T> work) {
		byte[] owner = newOwner();
		if (!tryLock(lock, owner, lease, patience)) {
			throw new CannotAcquireLockException("Another request takes too long");
		}
		return call(lock, owner, lease, longest, () -> work.apply(owner));
	}

	private <T> T call(String lock, byte[] owner, Duration lease, Duration longest, Supplier<T> work) {
		Future<?> renewal = renew(lock, owner, lease, longest);
		try {
			return work.get();
		}
		finally {
			renewal.cancel(false);
			unlock(lock, owner);
		}
	}

	/**
	 * Renew a lock until its longest time is over.
	 */
	private Future<?> renew(String lock, byte[] owner, Duration lease, Duration longest) {
		long end = System.nanoTime() + longest.toNanos();
		long pause = LEASE.toMillis() / 3;
		return this.renewals.scheduleAtFixedRate(() -> {
			if (System.nanoTime() - end < 0) {
				renew(lock, owner, lease);
			}
		}, pause, pause, TimeUnit.MILLISECONDS);
	}

	private void renew(String lock, byte[] owner, Duration lease) {
		try {
			this.redis.execute(RENEW, List.of(lock), owner, RedisValues.millis(lease));
		}
		catch (DataAccessException ex) {
			logger.debug("A lock is not renewed", ex);
		}
	}

	/**
	 * Wait for a lock, but not for longer than another node may have it.
	 */
	private void lock(String lock, byte[] owner, Duration longest) {
		try {
			tryLock(lock, owner, LEASE, longest);
		}
		catch (DataAccessException ex) {
			logger.warn("Redis does not answer, so that two nodes may do the same for one session: {}",
					NestedExceptionUtils.getMostSpecificCause(ex).toString());
		}
	}

	private byte[] newOwner() {
		return this.cipher.random(OWNER_LENGTH);
	}

	private boolean tryLock(String lock, byte[] owner, Duration lease, Duration patience) {
		long end = System.nanoTime() + patience.toNanos();
		while (!Boolean.TRUE.equals(this.redis.opsForValue().setIfAbsent(lock, owner, lease))) {
			if (System.nanoTime() - end >= 0) {
				return false;
			}
			LockSupport.parkNanos(BETWEEN_ATTEMPTS);
		}
		return true;
	}

	/**
	 * Give back a lock, unless its time was over and another node has it by now.
	 */
	private void unlock(String lock, byte[] owner) {
		try {
			this.redis.execute(UNLOCK, List.of(lock), owner);
		}
		catch (DataAccessException ex) {
			logger.debug("A lock stays until its time is over", ex);
		}
	}

	@Override
	public void destroy() {
		this.renewals.shutdownNow();
	}

}
