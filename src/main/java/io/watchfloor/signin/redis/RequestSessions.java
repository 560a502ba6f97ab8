package io.watchfloor.signin.redis;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The session of one request. It is read once: Spring Session would do so three times,
 * twice of them after the request was carried out. When Redis fails by then, the answer
 * is given all the same: what a request changes in its session can be lost, such as when
 * it was last used, or is found out again, such as that a token has to be refreshed. Only
 * a sign-in cannot, which needs the session under a new id.
 *
 * @param <S> the type of the sessions that are stored
 */
final class RequestSessions<S extends Session> implements SessionRepository<EncryptedSession<S>> {

	private static final Logger logger = LoggerFactory.getLogger(RequestSessions.class);

	private final Map<String, @Nullable EncryptedSession<S>> known = new HashMap<>();

	private final EncryptedSessionRepository<S> sessions;

	private final RedisMeters meters;

	RequestSessions(EncryptedSessionRepository<S> sessions, RedisMeters meters) {
		this.sessions = sessions;
		this.meters = meters;
	}

	@Override
	public EncryptedSession<S> createSession() {
		return this.sessions.createSession();
	}

	@Override
	public @Nullable EncryptedSession<S> findById(String id) {
		if (!this.known.containsKey(id)) {
			this.known.put(id, this.sessions.findById(id));
		}
		return this.known.get(id);
	}

	@Override
	public void save(EncryptedSession<S> session) {
		try {
			this.sessions.save(session);
		}
		catch (DataAccessException ex) {
			if (session.hasNewId()) {
				throw ex;
			}
			// Once is enough
			session.saved();
			this.meters.unsaved();
			logger.warn("Redis does not store what a request changed in its session: {}",
					NestedExceptionUtils.getMostSpecificCause(ex).toString());
		}
		this.known.replaceAll((id, found) -> id.equals(session.getId()) ? found : null);
	}

	@Override
	public void deleteById(String id) {
		this.sessions.deleteById(id);
		this.known.put(id, null);
	}

}
