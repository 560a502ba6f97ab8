package io.watchfloor.web.triage;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.queue.triage.Triage;
import io.watchfloor.signin.session.SessionDataEnded;
import io.watchfloor.signin.session.SessionDataKeys;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Finds the desk of the analyst who sends a request. A desk belongs to the data of a
 * session: it is removed when the session ends or another analyst signs in to it, and
 * stays when the same analyst signs in again, as for the permission to write.
 */
@Component
@ConditionalOnBooleanProperty("watchfloor.triage")
class TriageDesks {

	private final Map<String, TriageDesk> desks = new ConcurrentHashMap<>();

	private final SessionDataKeys keys;

	private final Clock clock;

	TriageDesks(SessionDataKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Return the desk of the session that a request belongs to.
	 * @throws AuthenticationCredentialsNotFoundException if the session is over, or
	 * another analyst has signed in to it while the request was under way
	 */
	TriageDesk of(HttpServletRequest request) {
		return this.desks.computeIfAbsent(this.keys.of(request), (key) -> new TriageDesk(new Triage(this.clock)));
	}

	@EventListener
	void forget(SessionDataEnded ended) {
		this.desks.remove(ended.key());
	}

}
