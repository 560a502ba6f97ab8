package io.watchfloor.signin.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.watchfloor.signin.encryption.SessionCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Lets several nodes do something one after the other. While Redis is away they do it at
 * the same time: doing something twice is better than not doing it.
 */
final class RedisLocks {

	private static final Logger logger = LoggerFactory.getLogger(RedisLocks.class);

	private static final long BETWEEN_ATTEMPTS = TimeUnit.MILLISECONDS.toNanos(50);

	private static final int OWNER_LENGTH = 16;

	/**
	 * Deletes a lock unless its time was over and another node has it by now.
	 */
	private static final RedisScript<Long> UNLOCK = new DefaultRedisScript<>(
			"if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0", Long.class);

	private final RedisTemplate<String, Object> redis;

	private final SessionCipher cipher;

	RedisLocks(RedisTemplate<String, Object> redis, SessionCipher cipher) {
		this.redis = redis;
		this.cipher = cipher;
	}

	/**
	 * Do something that no other node does meanwhile.
	 * @param lock the key of the lock
	 * @param longest how long a node that died may keep the others waiting
	 * @param work what to do
	 */
	<T> T call(String lock, Duration longest, Supplier<T> work) {
		byte[] owner = newOwner();
		lock(lock, owner, longest);
		try {
			return work.get();
		}
		finally {
			unlock(lock, owner);
		}
	}

	/**
	 * Wait for a lock, but not for longer than another node may have it.
	 */
	private void lock(String lock, byte[] owner, Duration longest) {
		try {
			tryLock(lock, owner, longest, longest);
		}
		catch (DataAccessException ex) {
			logger.warn("Redis does not answer, so that two nodes may do the same for one session: {}",
					NestedExceptionUtils.getMostSpecificCause(ex).toString());
		}
	}

	/**
	 * Return what names an owner of a lock.
	 */
	byte[] newOwner() {
		return this.cipher.random(OWNER_LENGTH);
	}

	/**
	 * Wait for a lock.
	 * @param lock its key
	 * @param owner names who wants it
	 * @param longest how long a node that died may keep the others waiting
	 * @param patience how long to wait
	 * @return whether it is the owner's now
	 * @throws DataAccessException if Redis does not answer
	 */
	boolean tryLock(String lock, byte[] owner, Duration longest, Duration patience) {
		long end = System.nanoTime() + patience.toNanos();
		while (!Boolean.TRUE.equals(this.redis.opsForValue().setIfAbsent(lock, owner, longest))) {
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
	void unlock(String lock, byte[] owner) {
		try {
			this.redis.execute(UNLOCK, List.of(lock), owner);
		}
		catch (DataAccessException ex) {
			logger.debug("A lock stays until its time is over", ex);
		}
	}

}
