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
	 * How long a node that died in its turn keeps the others waiting. One that lives but
	 * gets nothing of its processors for so long loses its turn.
	 */
	static final Duration LEASE = Duration.ofSeconds(5);

	/**
	 * How long a turn may last: longer than a few calls of an API take.
	 */
	private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	/**
	 * Stores a value while it is the owner's turn. Where Redis was away for so long that
	 * the turn is over, it is given back to the owner if nothing has changed since.
	 * Returns 0 where there is nothing to be changed any more, and -1 where others have
	 * the turn. Arguments: the owner, what was stored there as far as the owner knows,
	 * the value, for how long to keep it, and how long the turn lasts unless it is
	 * renewed.
	 */
	private static final RedisScript<Long> STORE = new DefaultRedisScript<>("""
			local owner = redis.call('get', KEYS[1])
			local stored = redis.call('get', KEYS[2])
			if owner ~= ARGV[1] and (owner or stored ~= ARGV[2]) then return (owner or stored) and -1 or 0 end
			redis.call('set', KEYS[2], ARGV[3], 'px', ARGV[4])
			redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[5])
			return 1
			""", Long.class);

	private static final byte[] NOTHING = {};

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
		return decrypt(key, loadEncrypted(key));
	}

	private byte @Nullable [] loadEncrypted(String key) {
		return (this.redis.opsForValue().getAndExpire(value(key), KEPT) instanceof byte[] encrypted) ? encrypted : null;
	}

	private byte @Nullable [] decrypt(String key, byte @Nullable [] encrypted) {
		if (encrypted == null) {
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
		return this.locks.callAlone(turn(key), LEASE, LONGEST_WAIT, LONGEST_TURN,
				(owner) -> work.apply(new RedisTurn(key, owner)));
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

		private byte[] known = NOTHING;

		RedisTurn(String key, byte[] owner) {
			this.key = key;
			this.owner = owner;
		}

		@Override
		public byte @Nullable [] load() {
			byte[] encrypted = loadEncrypted(this.key);
			this.known = (encrypted != null) ? encrypted : NOTHING;
			return decrypt(this.key, encrypted);
		}

		@Override
		public boolean store(byte[] value) {
			RedisSessionData store = RedisSessionData.this;
			byte[] encrypted = store.cipher.encrypt(value, value(this.key));
			Long stored = store.redis.execute(STORE, List.of(turn(this.key), value(this.key)), this.owner, this.known,
					encrypted, RedisValues.millis(KEPT), RedisValues.millis(LEASE));
			if (stored == null || stored < 0) {
				throw new CannotAcquireLockException("Another request has taken its turn meanwhile");
			}
			this.known = encrypted;
			return stored > 0;
		}

	}

}
