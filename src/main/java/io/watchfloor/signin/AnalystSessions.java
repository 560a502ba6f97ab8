package io.watchfloor.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * The sessions in which somebody is signed in, and when each has to end: some time after
 * a person last used it (the servlet container's own timeout), and in any case after the
 * limit time allowed.
 */
final class AnalystSessions {

	private static final String SIGNED_IN = AnalystSessions.class.getName() + ".signedIn";

	private static final String LAST_USED = AnalystSessions.class.getName() + ".lastUsed";

	private final AtomicInteger count = new AtomicInteger();

	private final Duration limit;

	private final Clock clock;

	AnalystSessions(Duration limit, Clock clock, MeterRegistry meters) {
		this.limit = limit;
		this.clock = clock;
		Gauge.builder("watchfloor.sessions", this.count, AtomicInteger::get)
			.description("Sessions in which somebody is signed in")
			.register(meters);
	}

	/**
	 * Somebody signed in to a session just now.
	 */
	void begin(HttpSession session) {
		if (session.getAttribute(SIGNED_IN) == null) {
			this.count.incrementAndGet();
		}
		session.setAttribute(SIGNED_IN, this.clock.millis());
		session.setAttribute(LAST_USED, this.clock.millis());
	}

	/**
	 * A person, and not an open page by itself, used a session just now.
	 */
	void recordUse(HttpSession session) {
		session.setAttribute(LAST_USED, this.clock.millis());
	}

	/**
	 * When a session ends.
	 * @return its end, maybe in the past, or {@code null} when nobody is signed in to it
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
	 * Whether a session has to end now.
	 */
	boolean isOver(HttpSession session) {
		SessionEnd end = endOf(session);
		return end != null && (end.left().isZero() || end.left().isNegative());
	}

	/**
	 * Nobody is signed in to a session any longer.
	 * @return whether somebody was until now
	 */
	boolean close(HttpSession session) {
		if (session.getAttribute(SIGNED_IN) == null) {
			return false;
		}
		session.removeAttribute(SIGNED_IN);
		this.count.decrementAndGet();
		return true;
	}

}
