package io.watchfloor.signin.redis;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.encryption.UnreadableSessionException;
import io.watchfloor.signin.session.SessionData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Keeps the data of sessions in Redis, encrypted and bound to their keys. Unlike a lock
 * of {@link RedisLocks}, a turn is not taken while Redis is away: what must not be done
 * twice is not done then.
 */
final class RedisSessionData implements SessionData {

	/**
	 * How long data are kept that nobody asks for.
	 */
	static final Duration KEPT = Duration.ofMinutes(30);

	/**
	 * How long a node that died may keep the others waiting: longer than a few calls of
	 * an API take.
	 */
	private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	/**
	 * Stores a value while it is the owner's turn, which begins anew. Arguments: the
	 * owner, the value, for how long to keep it, how long the turn may last.
	 */
	private static final RedisScript<Long> STORE = new DefaultRedisScript<>("""
			if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
			redis.call('set', KEYS[2], ARGV[2], 'px', ARGV[3])
			redis.call('pexpire', KEYS[1], ARGV[4])
			return 1
			""", Long.class);

	private static final Logger logger = LoggerFactory.getLogger(RedisSessionData.class);

	private final RedisTemplate<String, Object> redis;

	private final SessionCipher cipher;

	private final RedisLocks locks;

	RedisSessionData(RedisTemplate<String, Object> redis, SessionCipher cipher, RedisLocks locks) {
		this.redis = redis;
		this.cipher = cipher;
		this.locks = locks;
	}

	@Override
	public byte @Nullable [] load(String key) {
		if (!(this.redis.opsForValue().getAndExpire(value(key), KEPT) instanceof byte[] encrypted)) {
			return null;
		}
		try {
			return this.cipher.decrypt(encrypted, value(key));
		}
		catch (UnreadableSessionException ex) {
			logger.info("What was kept for a session cannot be read: {}", ex.getMessage());
			return null;
		}
	}

	@Override
	public <T> T change(String key, Function<Turn, T> work) {
		byte[] owner = this.locks.newOwner();
		if (!this.locks.tryLock(turn(key), owner, LONGEST_TURN, LONGEST_WAIT)) {
			throw new CannotAcquireLockException("Another request of the session takes too long");
		}
		try {
			return work.apply(new RedisTurn(key, owner));
		}
		finally {
			this.locks.unlock(turn(key), owner);
		}
	}

	@Override
	public void forget(String key) {
		try {
			this.redis.delete(List.of(turn(key), value(key)));
		}
		catch (DataAccessException ex) {
			logger.debug("The data of a session stay until their time is over", ex);
		}
	}

	private static String turn(String key) {
		return RedisKeys.NAMESPACE + ":turn:" + key;
	}

	private static String value(String key) {
		return RedisKeys.NAMESPACE + ":data:" + key;
	}

	/**
	 * A turn of the request that has the lock.
	 */
	private final class RedisTurn implements Turn {

		private final String key;

		private final byte[] owner;

		RedisTurn(String key, byte[] owner) {
			this.key = key;
			this.owner = owner;
		}

		@Override
		public byte @Nullable [] load() {
			return RedisSessionData.this.load(this.key);
		}

		@Override
		public boolean store(byte[] value) {
			RedisSessionData store = RedisSessionData.this;
			byte[] encrypted = store.cipher.encrypt(value, value(this.key));
			Long stored = store.redis.execute(STORE, List.of(turn(this.key), value(this.key)), this.owner, encrypted,
					RedisValues.millis(KEPT), RedisValues.millis(LONGEST_TURN));
			return stored != null && stored == 1;
		}

	}

}
