package io.watchfloor.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.signin.session.OpenSession;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.signin.session.SessionStore;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Knows the sessions in which an analyst is signed in, and determines when each ends:
 * after the servlet container's session timeout, counted from when a person last used it,
 * and in any case at the time limit.
 */
final class AnalystSessions {

	private static final String SIGNED_IN = AnalystSessions.class.getName() + ".signedIn";

	private static final String LAST_USED = AnalystSessions.class.getName() + ".lastUsed";

	/**
	 * The sessions that are in this process only.
	 */
	private final Map<HttpSession, OpenSession> inMemory = new ConcurrentHashMap<>();

	private final Duration limit;

	private final SessionStore store;

	private final SessionDataKeys dataKeys;

	private final Clock clock;

	AnalystSessions(Duration limit, SessionStore store, SessionDataKeys dataKeys, Clock clock, MeterRegistry meters) {
		this.limit = limit;
		this.store = store;
		this.dataKeys = dataKeys;
		this.clock = clock;
		Gauge.builder("watchfloor.sessions", this, AnalystSessions::count)
			.description("Sessions in which somebody is signed in, on all nodes together")
			.register(meters);
	}

	private double count() {
		if (this.store == SessionStore.IN_MEMORY) {
			return this.inMemory.size();
		}
		OptionalLong shared = this.store.count();
		return shared.isPresent() ? shared.getAsLong() : Double.NaN;
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
	 * Record that an analyst has just signed in to a session. What was kept for another
	 * one who was signed in to it ends.
	 */
	void begin(HttpSession session, Analyst analyst) {
		String former = this.dataKeys.current(session);
		this.dataKeys.signedIn(session, analyst.getName());
		String key = Objects.requireNonNull(this.dataKeys.current(session));
		if (former != null && !former.equals(key)) {
			this.store.close(former);
		}
		Instant now = this.clock.instant();
		OpenSession open = open(session, key, analyst, now);
		if (!this.store.open(open, this.limit)) {
			this.inMemory.put(session, open);
		}
		session.setAttribute(SIGNED_IN, now.toEpochMilli());
		session.setAttribute(LAST_USED, now.toEpochMilli());
	}

	/**
	 * Record a session that is back after a restart.
	 */
	void resume(HttpSession session) {
		Analyst analyst = analyst(session);
		String key = this.dataKeys.current(session);
		if (analyst != null && key != null && session.getAttribute(SIGNED_IN) instanceof Long signedIn) {
			this.inMemory.put(session, open(session, key, analyst, Instant.ofEpochMilli(signedIn)));
		}
	}

	private OpenSession open(HttpSession session, String key, Analyst analyst, Instant signedIn) {
		return new OpenSession(key, session.getId(), analyst, analyst.getClaimAsString("sid"),
				signedIn.plus(this.limit));
	}

	/**
	 * Return sessions that are in this process only.
	 * @param which which of those in which somebody is signed in
	 */
	List<HttpSession> inMemory(Predicate<OpenSession> which) {
		return this.inMemory.entrySet()
			.stream()
			.filter((entry) -> which.test(entry.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * End sessions that are not in this process only.
	 * @param which which of those in which somebody is signed in
	 * @return those that were ended
	 */
	List<OpenSession> endStored(Predicate<OpenSession> which) {
		List<OpenSession> ended = this.store.end(which);
		ended.forEach((session) -> this.dataKeys.end(session.key()));
		return ended;
	}

	/**
	 * Record that a person, as opposed to an open page's polling, has just used a
	 * session. That it was used a moment ago is enough where each time is stored
	 * elsewhere; and a node whose clock is behind does not take back what another one has
	 * recorded.
	 */
	void recordUse(HttpSession session) {
		long now = this.clock.millis();
		if (!(session.getAttribute(LAST_USED) instanceof Long lastUsed)
				|| now - lastUsed >= this.store.idleTolerance().toMillis()) {
			session.setAttribute(LAST_USED, now);
		}
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
		// Never too early: it may have been used again within the tolerance
		Instant idleEnd = Instant.ofEpochMilli(lastUsed).plus(idle).plus(this.store.idleTolerance());
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
	 * Record that nobody is signed in to a session any longer. The data of the session
	 * are still to be ended.
	 * @return whether somebody was signed in until now; on several nodes, one that asks
	 * is told so
	 */
	boolean close(HttpSession session) {
		this.inMemory.remove(session);
		if (session.getAttribute(SIGNED_IN) == null) {
			return false;
		}
		session.removeAttribute(SIGNED_IN);
		String key = this.dataKeys.current(session);
		return key == null || this.store.close(key);
	}

}
