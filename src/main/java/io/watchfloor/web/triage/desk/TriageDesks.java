package io.watchfloor.web.triage.desk;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.watchfloor.queue.triage.Triage;
import io.watchfloor.signin.session.SessionData;
import io.watchfloor.signin.session.SessionDataEnded;
import io.watchfloor.signin.session.SessionDataKeys;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
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
public class TriageDesks {

	private final Map<String, TriageDesk> desks = new ConcurrentHashMap<>();

	private final SessionDataKeys keys;

	private final Clock clock;

	private final @Nullable SharedDesks shared;

	/**
	 * Create the desks.
	 * @param data where desks are kept that every node knows. Without it they are in the
	 * memory of this process
	 */
	public TriageDesks(SessionDataKeys keys, Clock clock, ObjectProvider<SessionData> data) {
		this.keys = keys;
		this.clock = clock;
		SessionData everywhere = data.getIfAvailable();
		this.shared = (everywhere != null) ? new SharedDesks(everywhere, clock) : null;
	}

	/**
	 * Return the desk of the session that a request belongs to, to look at.
	 * @throws AuthenticationCredentialsNotFoundException if the session is over, or
	 * another analyst has signed in to it while the request was under way
	 */
	public TriageDesk of(HttpServletRequest request) {
		String key = this.keys.of(request);
		return (this.shared != null) ? this.shared.of(key) : own(key);
	}

	/**
	 * Return whether something was changed on another node since this one was asked last.
	 * @throws AuthenticationCredentialsNotFoundException if the session is over, or
	 * another analyst has signed in to it while the request was under way
	 */
	public boolean hasNews(HttpServletRequest request) {
		return this.shared != null && this.shared.hasNews(this.keys.of(request));
	}

	/**
	 * Change what is on the desk of the session that a request belongs to. Where it is
	 * kept for every node, no other request does so meanwhile.
	 * @param work what to do
	 * @return what that returns
	 * @throws AuthenticationCredentialsNotFoundException if the session is over, or
	 * another analyst has signed in to it while the request was under way
	 */
	public <T> T change(HttpServletRequest request, Function<TriageDesk, T> work) {
		String key = this.keys.of(request);
		return (this.shared != null) ? this.shared.change(key, work) : work.apply(own(key));
	}

	private TriageDesk own(String key) {
		return this.desks.computeIfAbsent(key, (name) -> new TriageDesk(new Triage(this.clock)));
	}

	@EventListener
	public void forget(SessionDataEnded ended) {
		this.desks.remove(ended.key());
		if (this.shared != null) {
			this.shared.forget(ended);
		}
	}

}
