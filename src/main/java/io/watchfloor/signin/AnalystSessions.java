package io.watchfloor.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.session.SessionStore;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Counts the sessions in which an analyst is signed in, and determines when each ends:
 * after the servlet container's session timeout, counted from when a person last used it,
 * and in any case at the time limit.
 */
final class AnalystSessions {

	private static final String SIGNED_IN = AnalystSessions.class.getName() + ".signedIn";

	private static final String LAST_USED = AnalystSessions.class.getName() + ".lastUsed";

	private final AtomicInteger count = new AtomicInteger();

	private final Map<HttpSession, String> signIns = new ConcurrentHashMap<>();

	private final Duration limit;

	private final SessionStore store;

	private final Clock clock;

	AnalystSessions(Duration limit, SessionStore store, Clock clock, MeterRegistry meters) {
		this.limit = limit;
		this.store = store;
		this.clock = clock;
		Gauge.builder("watchfloor.sessions", this.count, AtomicInteger::get)
			.description("Sessions in which somebody is signed in")
			.register(meters);
	}

	/**
	 * Return the analyst who is signed in to a session.
	 * @return the analyst, or {@code null} if nobody is or there is no session
	 */
	static @Nullable Analyst analyst(@Nullable HttpSession session) {
		Object context = (session != null)
				? session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) : null;
		return (context instanceof SecurityContext security) ? Analyst.of(security.getAuthentication()) : null;
	}

	/**
	 * Record that an analyst has just signed in to a session.
	 * @param session the session
	 * @param signIn the claim {@code sid} of the ID token, which names the session at the
	 * authority, or {@code null} if it has none
	 */
	void begin(HttpSession session, @Nullable String signIn) {
		this.signIns.remove(session);
		if (signIn != null && !this.store.remember(session, signIn, this.limit)) {
			this.signIns.put(session, signIn);
		}
		if (session.getAttribute(SIGNED_IN) == null) {
			this.count.incrementAndGet();
		}
		session.setAttribute(SIGNED_IN, this.clock.millis());
		session.setAttribute(LAST_USED, this.clock.millis());
	}

	/**
	 * Record a session that is back after a restart.
	 */
	void resume(HttpSession session) {
		Analyst analyst = analyst(session);
		if (analyst == null || session.getAttribute(SIGNED_IN) == null) {
			return;
		}
		this.count.incrementAndGet();
		String signIn = analyst.getClaimAsString("sid");
		if (signIn != null) {
			this.signIns.put(session, signIn);
		}
	}

	/**
	 * Return the sessions that belong to a session at the authority.
	 */
	List<HttpSession> of(String signIn) {
		return this.signIns.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(signIn))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * End the sessions that are not in this process and belong to a session at the
	 * authority.
	 * @return the analysts who were signed in to them
	 */
	List<Analyst> endStored(String signIn) {
		return this.store.end(signIn, HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
			.stream()
			.map((context) -> (context instanceof SecurityContext security) ? Analyst.of(security.getAuthentication())
					: null)
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Record that a person, as opposed to an open page's polling, has just used a
	 * session.
	 */
	void recordUse(HttpSession session) {
		session.setAttribute(LAST_USED, this.clock.millis());
	}

	/**
	 * Return when a session ends.
	 * @return its end, possibly in the past, or {@code null} if nobody is signed in to it
	 */
	@Nullable SessionEnd endOf(HttpSession session) {
		if (!(session.getAttribute(SIGNED_IN) instanceof Long signedIn)) {
			return null;
		}
		Instant latestEnd = Instant.ofEpochMilli(signedIn).plus(this.limit);
		Duration idle = Duration.ofSeconds(session.getMaxInactiveInterval());
		if (idle.toSeconds() <= 0 || !(session.getAttribute(LAST_USED) instanceof Long lastUsed)) {
			return endAt(latestEnd, true);
		}
		Instant idleEnd = Instant.ofEpochMilli(lastUsed).plus(idle);
		return idleEnd.isBefore(latestEnd) ? endAt(idleEnd, false) : endAt(latestEnd, true);
	}

	private SessionEnd endAt(Instant at, boolean last) {
		return new SessionEnd(at, Duration.between(this.clock.instant(), at), last);
	}

	/**
	 * Return whether a session has to end now.
	 */
	boolean isOver(HttpSession session) {
		SessionEnd end = endOf(session);
		return end != null && (end.left().isZero() || end.left().isNegative());
	}

	/**
	 * Record that nobody is signed in to a session any longer.
	 * @return whether somebody was signed in until now
	 */
	boolean close(HttpSession session) {
		this.signIns.remove(session);
		if (session.getAttribute(SIGNED_IN) == null) {
			return false;
		}
		session.removeAttribute(SIGNED_IN);
		// On one of several nodes it may have begun on another one
		this.count.updateAndGet((sessions) -> Math.max(0, sessions - 1));
		return true;
	}

}
