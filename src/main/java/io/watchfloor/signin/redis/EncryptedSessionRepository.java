package io.watchfloor.signin.redis;

import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.encryption.UnreadableSessionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Encrypts sessions before they are stored. A session that cannot be read is none, and
 * stays until its time is over: another node may be able to read it.
 *
 * @param <S> the type of the sessions that are stored
 */
final class EncryptedSessionRepository<S extends Session> implements SessionRepository<EncryptedSession<S>> {

	private static final Logger logger = LoggerFactory.getLogger(EncryptedSessionRepository.class);

	private final SessionRepository<S> delegate;

	private final SessionTemplate redis;

	private final SessionCipher cipher;

	private final UnreadableSessions unreadable;

	/**
	 * Create the repository.
	 * @param delegate stores sessions by means of {@code redis}
	 */
	EncryptedSessionRepository(SessionRepository<S> delegate, SessionTemplate redis, SessionCipher cipher,
			UnreadableSessions unreadable) {
		this.delegate = delegate;
		this.redis = redis;
		this.cipher = cipher;
		this.unreadable = unreadable;
	}

	@Override
	public EncryptedSession<S> createSession() {
		return EncryptedSession.begin(this.delegate.createSession(), this.cipher);
	}

	/**
	 * Store what was changed, unless the session has ended meanwhile.
	 */
	@Override
	public void save(EncryptedSession<S> session) {
		if (!session.isChanged()) {
			return;
		}
		try {
			this.redis.inOneStep(() -> this.delegate.save(session.stored()));
			session.saved();
		}
		catch (IllegalStateException ex) {
			// It was deleted
			logger.debug("A session ended before what was changed in it was stored", ex);
		}
	}

	@Override
	public @Nullable EncryptedSession<S> findById(String id) {
		S stored = this.delegate.findById(id);
		if (stored == null) {
			return null;
		}
		try {
			EncryptedSession<S> session = EncryptedSession.read(stored, this.cipher);
			if (!session.unknown().isEmpty()) {
				this.unreadable.add(session.unknown());
			}
			return session;
		}
		catch (UnreadableSessionException ex) {
			this.unreadable.add(ex);
			return null;
		}
	}

	@Override
	public void deleteById(String id) {
		this.delegate.deleteById(id);
	}

}
