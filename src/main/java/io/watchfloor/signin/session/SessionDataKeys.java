package io.watchfloor.signin.session;

import java.io.Serializable;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.WebUtils;

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

	private final ApplicationEventPublisher events;

	/**
	 * Create the keys of an application.
	 * @param events where {@link SessionDataEnded} is published
	 */
	public SessionDataKeys(ApplicationEventPublisher events) {
		this.events = events;
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
		Key key = keyOf(request.getSession(), analyst);
		if (!key.analyst().equals(analyst)) {
			throw new AuthenticationCredentialsNotFoundException("Another analyst has signed in to the session");
		}
		return key.value();
	}

	private static Key keyOf(HttpSession session, String analyst) {
		try {
			Key key = key(session);
			return (key != null) ? key : begin(session, analyst);
		}
		catch (IllegalStateException ex) {
			throw new AuthenticationCredentialsNotFoundException("The session is over", ex);
		}
	}

	private static Key begin(HttpSession session, String analyst) {
		synchronized (WebUtils.getSessionMutex(session)) {
			Key key = key(session);
			if (key == null) {
				key = new Key(UUID.randomUUID().toString(), analyst);
				session.setAttribute(ATTRIBUTE, key);
			}
			return key;
		}
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

	@Override
	public void sessionDestroyed(HttpSessionEvent event) {
		end(key(event.getSession()));
	}

	private void end(@Nullable Key key) {
		if (key != null) {
			this.events.publishEvent(new SessionDataEnded(key.value()));
		}
	}

	private static @Nullable Key key(HttpSession session) {
		return (session.getAttribute(ATTRIBUTE) instanceof Key key) ? key : null;
	}

	/**
	 * A key, and whose data it is for.
	 */
	private record Key(String value, String analyst) implements Serializable {
	}

}
