package io.watchfloor.signin.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.encryption.UnreadableSessionException;
import io.watchfloor.signin.redis.EncryptedSession.StoredValue;
import io.watchfloor.signin.session.SessionStore;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Reads and writes single attributes of sessions in Redis. While Redis is away, what the
 * request has of its session has to do.
 *
 * @param <S> the type of the sessions
 */
final class RedisSessionStore<S extends Session> implements SessionStore {

	private static final Logger logger = LoggerFactory.getLogger(RedisSessionStore.class);

	/**
	 * How long a node that died may keep others waiting: longer than Entra ID may take to
	 * answer.
	 */
	private static final Duration LONGEST_WORK = Duration.ofSeconds(15);

	private static final long BETWEEN_ATTEMPTS = TimeUnit.MILLISECONDS.toNanos(50);

	/**
	 * Deletes a lock unless its time was over and another node has it by now.
	 */
	private static final RedisScript<Long> UNLOCK = new DefaultRedisScript<>(
			"if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0", Long.class);

	private final SessionRepository<S> sessions;

	private final RedisTemplate<String, Object> redis;

	private final SessionCipher cipher;

	RedisSessionStore(SessionRepository<S> sessions, RedisTemplate<String, Object> redis, SessionCipher cipher) {
		this.sessions = sessions;
		this.redis = redis;
		this.cipher = cipher;
	}

	@Override
	public @Nullable Object read(HttpSession session, String attribute) {
		try {
			S stored = this.sessions.findById(session.getId());
			Object value = (stored != null) ? stored.getAttribute(attribute) : null;
			session.setAttribute(attribute, new StoredValue(value));
			return value;
		}
		catch (DataAccessException ex) {
			logger.warn("Redis does not answer, a session is taken as the request began with it", ex);
			return session.getAttribute(attribute);
		}
	}

	@Override
	public boolean write(HttpSession session, String attribute, Object value) {
		try {
			S stored = this.sessions.findById(session.getId());
			if (stored == null) {
				return false;
			}
			stored.setAttribute(attribute, value);
			this.sessions.save(stored);
			session.setAttribute(attribute, new StoredValue(value));
		}
		catch (DataAccessException ex) {
			logger.warn("Redis does not answer, a session is stored when the request ends", ex);
			session.setAttribute(attribute, value);
		}
		return true;
	}

	@Override
	public <T> T alone(HttpSession session, Supplier<T> work) {
		String lock = RedisKeys.NAMESPACE + ":refresh:" + session.getId();
		byte[] owner = this.cipher.random(16);
		lock(lock, owner);
		try {
			return work.get();
		}
		finally {
			unlock(lock, owner);
		}
	}

	/**
	 * Wait for a lock, but not for longer than another node may have it: then doing
	 * something twice is better than not doing it.
	 */
	private void lock(String lock, byte[] owner) {
		long end = System.nanoTime() + LONGEST_WORK.toNanos();
		try {
			while (!Boolean.TRUE.equals(this.redis.opsForValue().setIfAbsent(lock, owner, LONGEST_WORK))
					&& System.nanoTime() - end < 0) {
				LockSupport.parkNanos(BETWEEN_ATTEMPTS);
			}
		}
		catch (DataAccessException ex) {
			logger.warn("Redis does not answer, so that two nodes may refresh one session's tokens", ex);
		}
	}

	@Override
	public boolean remember(HttpSession session, String signIn, Duration limit) {
		String key = key(signIn);
		this.redis.opsForSet().add(key, this.cipher.encrypt(session.getId().getBytes(StandardCharsets.US_ASCII), key));
		this.redis.expire(key, limit);
		return true;
	}

	@Override
	public List<Object> end(String signIn, String attribute) {
		String key = key(signIn);
		Set<Object> ids = this.redis.opsForSet().members(key);
		List<Object> values = new ArrayList<>();
		for (Object id : (ids != null) ? ids : Set.of()) {
			Object value = (id instanceof byte[] encrypted) ? end(encrypted, key, attribute) : null;
			if (value != null) {
				values.add(value);
			}
		}
		this.redis.delete(key);
		return values;
	}

	private @Nullable Object end(byte[] encrypted, String key, String attribute) {
		try {
			String id = new String(this.cipher.decrypt(encrypted, key), StandardCharsets.US_ASCII);
			S session = this.sessions.findById(id);
			this.sessions.deleteById(id);
			return (session != null) ? session.getAttribute(attribute) : null;
		}
		catch (UnreadableSessionException ex) {
			logger.warn("A session that is to end cannot be found: {}", ex.getMessage());
			return null;
		}
	}

	private static String key(String signIn) {
		return RedisKeys.NAMESPACE + ":sign-in:" + signIn;
	}

	private void unlock(String lock, byte[] owner) {
		try {
			this.redis.execute(UNLOCK, List.of(lock), owner);
		}
		catch (DataAccessException ex) {
			logger.debug("A lock stays until its time is over", ex);
		}
	}

}
