package io.watchfloor.signin.session;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes attributes of a session that other requests change at the same time,
 * possibly on other nodes. In memory they all share the session; this is that case.
 */
public interface SessionStore {

	/**
	 * The store of sessions that are kept in memory.
	 */
	SessionStore IN_MEMORY = new SessionStore() {
	};

	/**
	 * Return an attribute as it is stored now, and give it to the session of this request
	 * too.
	 * @param session the session of the request
	 * @param attribute the name
	 * @return the value, or {@code null} where there is none or the session has ended
	 */
	default @Nullable Object read(HttpSession session, String attribute) {
		return session.getAttribute(attribute);
	}

	/**
	 * Store an attribute at once, and not when the request ends.
	 * @param session the session of the request
	 * @param attribute the name
	 * @param value the value
	 * @return whether it was stored; not if the session has ended meanwhile
	 */
	default boolean write(HttpSession session, String attribute, Object value) {
		session.setAttribute(attribute, value);
		return true;
	}

	/**
	 * Do something that no other node does meanwhile for the session. Requests of one
	 * node wait for each other by {@link SessionLocks}.
	 * @param session the session of the request
	 * @param work what to do
	 * @return what that returns
	 */
	default <T> T alone(HttpSession session, Supplier<T> work) {
		return work.get();
	}

	/**
	 * Remember that a session belongs to a sign-in, so that every node can end it.
	 * @param session the session of the request
	 * @param signIn what names the sign-in
	 * @param limit how long the session can last at most
	 * @return whether it was remembered; not if the session is in this process only
	 */
	default boolean remember(HttpSession session, String signIn, Duration limit) {
		return false;
	}

	/**
	 * End the sessions that were remembered for a sign-in.
	 * @param signIn what names the sign-in
	 * @param attribute the name of an attribute
	 * @return the value that each session had
	 */
	default List<Object> end(String signIn, String attribute) {
		return List.of();
	}

}
