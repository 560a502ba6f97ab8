package io.watchfloor.signin;

import java.util.List;
import java.util.function.Predicate;

import io.watchfloor.signin.session.OpenSession;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.signin.session.SessionExpired;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Ends sessions, and logs to the audit log how each one ended.
 */
final class SessionEndHandler implements LogoutHandler, HttpSessionListener {

	private final AnalystSessions sessions;

	private final SessionDataKeys dataKeys;

	private final AuditLog audit;

	SessionEndHandler(AnalystSessions sessions, SessionDataKeys dataKeys, AuditLog audit) {
		this.sessions = sessions;
		this.dataKeys = dataKeys;
		this.audit = audit;
	}

	/**
	 * End a session whose time is over.
	 */
	void expire(HttpServletRequest request, HttpSession session) {
		end(request, session, reason(session));
	}

	/**
	 * End sessions, wherever they are, because of something that happened outside of
	 * them.
	 * @param request the request that has them end
	 * @param which which of the sessions in which somebody is signed in
	 * @param reason why, in a word
	 * @return how many were ended
	 */
	int end(HttpServletRequest request, Predicate<OpenSession> which, String reason) {
		int ended = 0;
		for (HttpSession session : this.sessions.inMemory(which)) {
			ended += end(request, session, reason) ? 1 : 0;
		}
		List<OpenSession> stored = this.sessions.endStored(which);
		stored.forEach((session) -> recordEnd(request, session, reason));
		return ended + stored.size();
	}

	/**
	 * End the sessions of the analyst who sent a request, but for its own.
	 * @return how many were ended
	 */
	int endOthers(HttpServletRequest request) {
		HttpSession own = request.getSession(false);
		Analyst analyst = AnalystSessions.analyst(own);
		String key = this.dataKeys.current(own);
		if (analyst == null || key == null) {
			throw new AuthenticationCredentialsNotFoundException("The session is over");
		}
		return end(request, (session) -> !session.key().equals(key) && session.analyst() instanceof Analyst other
				&& other.getName().equals(analyst.getName()), "ended-by-analyst");
	}

	/**
	 * End a session of this process.
	 * @return whether it had not ended meanwhile
	 */
	private boolean end(HttpServletRequest request, HttpSession session, String reason) {
		try {
			recordEnd(request, session, reason);
			this.dataKeys.end(session);
			session.invalidate();
			return true;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	/**
	 * Log that a session ended without a request, as one of several nodes has noticed.
	 */
	@EventListener
	void expired(SessionExpired expired) {
		recordEnd(null, expired.session(), expired.limit() ? "limit" : "idle");
	}

	private void recordEnd(@Nullable HttpServletRequest request, OpenSession ended, String reason) {
		if (ended.analyst() instanceof Analyst analyst) {
			this.audit.sessionEnded(request, analyst, reason);
		}
	}

	/**
	 * Log a sign-out. Spring Security ends the session afterwards.
	 */
	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		HttpSession session = request.getSession(false);
		Analyst analyst = Analyst.of(authentication);
		if (session == null) {
			return;
		}
		if (this.sessions.close(session) && analyst != null) {
			this.audit.signedOut(request, analyst);
		}
		this.dataKeys.end(session);
	}

	/**
	 * Record that there is a session, in which somebody is signed in already if it is
	 * from before a restart.
	 */
	@Override
	public void sessionCreated(HttpSessionEvent event) {
		this.sessions.resume(event.getSession());
	}

	/**
	 * Log that the servlet container ended a session, because nobody used it or because
	 * Watchfloor stops.
	 */
	@Override
	public void sessionDestroyed(HttpSessionEvent event) {
		HttpSession session = event.getSession();
		recordEnd(null, session, this.sessions.isOver(session) ? reason(session) : "stopped");
	}

	private void recordEnd(@Nullable HttpServletRequest request, HttpSession session, String reason) {
		Analyst analyst = AnalystSessions.analyst(session);
		if (this.sessions.close(session) && analyst != null) {
			this.audit.sessionEnded(request, analyst, reason);
		}
	}

	private String reason(HttpSession session) {
		SessionEnd end = this.sessions.endOf(session);
		return (end != null && end.last()) ? "limit" : "idle";
	}

}
