package io.watchfloor.web.triage;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.queue.triage.Triage;
import io.watchfloor.signin.Analyst;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Finds the desk of the analyst who sends a request. A desk belongs to a session and to
 * an analyst, and is removed with either.
 */
@Component
@ConditionalOnBooleanProperty("watchfloor.triage")
class TriageDesks implements HttpSessionListener, HttpSessionIdListener {

	private final Map<String, TriageDesk> desks = new ConcurrentHashMap<>();

	private final Clock clock;

	TriageDesks(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return the desk of the session that a request belongs to.
	 */
	TriageDesk of(HttpServletRequest request, Analyst analyst) {
		return this.desks.compute(request.getSession().getId(), (id, present) -> (present != null
				&& present.belongsTo(analyst.getName())) ? present : newDesk(analyst));
	}

	private TriageDesk newDesk(Analyst analyst) {
		return new TriageDesk(analyst.getName(), new Triage(this.clock));
	}

	@Override
	public void sessionDestroyed(HttpSessionEvent event) {
		this.desks.remove(event.getSession().getId());
	}

	@Override
	public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
		this.desks.remove(oldSessionId);
	}

}
