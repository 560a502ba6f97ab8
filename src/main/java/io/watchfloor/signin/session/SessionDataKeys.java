package io.watchfloor.signin.session;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Provides the key under which the data of a session is kept outside of it, such as the
 * incidents that were read for the analyst. Unlike the session's id, which every sign-in
 * changes, the key stays when the same analyst signs in to the session again. When
 * another one does, or the session ends, the key is given up: {@link SessionDataEnded} is
 * published, and nobody gets that key any more. A key is given only to requests of the
 * analyst whose data it is.
 */
public final class SessionDataKeys implements HttpSessionListener {

	private static final String ATTRIBUTE = SessionDataKeys.class.getName();

	private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

	private final SessionLocks locks = new SessionLocks();

	/**
	 * The data that this node keeps, by their keys. The session may end on another node,
	 * or in a store that does not tell.
	 */
	private final Map<String, Held> held = new ConcurrentHashMap<>();

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private volatile Instant nextSweep = Instant.MIN;

	/**
	 * Create the keys of an application.
	 * @param events where {@link SessionDataEnded} is published
	 * @param clock tells the time
	 */
	public SessionDataKeys(ApplicationEventPublisher events, Clock clock) {
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Return the key of the data of a request's session.
	 * @param request a request of somebody who is signed in
	 * @return the key, the same for all requests of this session while the same analyst
	 * is signed in
	 * @throws AuthenticationCredentialsNotFoundException if the session is over, or
	 * another analyst has signed in to it while the request was under way
	 */
	public String of(HttpServletRequest request) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		String analyst = (authentication != null) ? authentication.getName() : "";
		HttpSession session = request.getSession();
		Key key = keyOf(session, analyst);
		if (!key.analyst().equals(analyst)) {
			throw new AuthenticationCredentialsNotFoundException("Another analyst has signed in to the session");
		}
		recordUse(key, session);
		endIdle();
		return key.value();
	}

	/**
	 * Record when data is to be forgotten: a minute after the session's time is over,
	 * which is longer than any request of it takes.
	 */
	private void recordUse(Key key, HttpSession session) {
		int timeout = session.getMaxInactiveInterval();
		Instant end = (timeout > 0) ? this.clock.instant().plusSeconds(timeout).plus(BETWEEN_SWEEPS) : Instant.MAX;
		this.held.put(key.value(), new Held(session.getId(), end));
	}

	/**
	 * Forget the data of sessions that were not used for longer than they last.
	 */
	private void endIdle() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.nextSweep)) {
			return;
		}
		this.nextSweep = now.plus(BETWEEN_SWEEPS);
		this.held.forEach((key, held) -> {
			if (held.idleEnd().isBefore(now) && this.held.remove(key, held)) {
				this.events.publishEvent(new SessionDataEnded(key, false));
			}
		});
	}

	private Key keyOf(HttpSession session, String analyst) {
		try {
			Key key = key(session);
			return (key != null) ? key : begin(session, analyst);
		}
		catch (IllegalStateException ex) {
			throw new AuthenticationCredentialsNotFoundException("The session is over", ex);
		}
	}

	private Key begin(HttpSession session, String analyst) {
		return this.locks.call(session, () -> {
			Key key = key(session);
			if (key == null) {
				key = new Key(UUID.randomUUID().toString(), analyst);
				session.setAttribute(ATTRIBUTE, key);
			}
			return key;
		});
	}

	/**
	 * Return the key of the data that a session has at present, whoever asks.
	 * @param session the session, or {@code null} where there is none
	 * @return the key, or {@code null} where there is none
	 */
	public @Nullable String current(@Nullable HttpSession session) {
		Key key = (session != null) ? key(session) : null;
		return (key != null) ? key.value() : null;
	}

	/**
	 * Record that an analyst has signed in to a session. What was kept for another one
	 * ends.
	 * @param session the session
	 * @param analyst the analyst's identifier, which is the name of their authentication
	 */
	public void signedIn(HttpSession session, String analyst) {
		Key former = key(session);
		if (former != null && former.analyst().equals(analyst)) {
			return;
		}
		session.removeAttribute(ATTRIBUTE);
		begin(session, analyst);
		end(former);
	}

	/**
	 * End the data of a session that is about to end.
	 * @param session the session
	 */
	public void end(HttpSession session) {
		Key key = key(session);
		session.removeAttribute(ATTRIBUTE);
		end(key);
	}

	/**
	 * Return whose data this node may keep.
	 * @return by the keys of the data, the ids that the sessions had when this node last
	 * used them
	 */
	public Map<String, String> held() {
		return this.held.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().sessionId()));
	}

	/**
	 * End the data of a session that has ended elsewhere.
	 * @param key the key of the data
	 */
	public void end(String key) {
		this.held.remove(key);
		this.events.publishEvent(new SessionDataEnded(key, true));
	}

	@Override
	public void sessionDestroyed(HttpSessionEvent event) {
		end(key(event.getSession()));
	}

	private void end(@Nullable Key key) {
		if (key != null) {
			end(key.value());
		}
	}

	private static @Nullable Key key(HttpSession session) {
		return (session.getAttribute(ATTRIBUTE) instanceof Key key) ? key : null;
	}

	/**
	 * Data that this node keeps.
	 *
	 * @param sessionId the id that the session had when the data were last used
	 * @param idleEnd when they are forgotten unless they are used
	 */
	private record Held(String sessionId, Instant idleEnd) {
	}

	/**
	 * A key, and whose data it is for.
	 */
	private record Key(String value, String analyst) implements Serializable {
	}

}
