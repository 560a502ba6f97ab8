package io.watchfloor.signin.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.watchfloor.signin.redis.EncryptedSession.StoredValue;
import io.watchfloor.signin.redis.RedisSessionIndex.Entry;
import io.watchfloor.signin.session.OpenSession;
import io.watchfloor.signin.session.SessionStore;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
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
	 * So that a person's clicks are not stored one by one. What two nodes store at the
	 * same time may then differ by less than that.
	 */
	private static final Duration IDLE_TOLERANCE = Duration.ofSeconds(30);

	private final SessionRepository<S> sessions;

	private final RedisSessionIndex index;

	private final RedisLocks locks;

	private final SessionSweep sweep;

	RedisSessionStore(SessionRepository<S> sessions, RedisSessionIndex index, RedisLocks locks, SessionSweep sweep) {
		this.sessions = sessions;
		this.index = index;
		this.locks = locks;
		this.sweep = sweep;
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
			logger.warn("Redis does not answer, a session is taken as the request began with it: {}",
					NestedExceptionUtils.getMostSpecificCause(ex).toString());
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
			logger.warn("Redis does not answer, a session is stored when the request ends: {}",
					NestedExceptionUtils.getMostSpecificCause(ex).toString());
			session.setAttribute(attribute, value);
		}
		return true;
	}

	@Override
	public <T> T alone(HttpSession session, String purpose, Duration longest, Supplier<T> work) {
		return this.locks.call(RedisKeys.NAMESPACE + ":" + purpose + ":" + session.getId(), longest, work);
	}

	@Override
	public Duration idleTolerance() {
		return IDLE_TOLERANCE;
	}

	@Override
	public boolean open(OpenSession session, Duration limit) {
		this.index.put(session, limit);
		return true;
	}

	@Override
	public boolean close(String key) {
		return this.index.remove(key);
	}

	@Override
	public List<OpenSession> end(Predicate<OpenSession> which) {
		List<OpenSession> ended = new ArrayList<>();
		for (Entry entry : this.index.entries().readable()) {
			OpenSession session = entry.session();
			if (which.test(session)) {
				this.sessions.deleteById(session.id());
				if (this.index.remove(entry)) {
					ended.add(session);
				}
			}
		}
		return ended;
	}

	@Override
	public OptionalLong count() {
		return this.sweep.count();
	}

}
