package io.watchfloor.signin.session;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes attributes of a session that other requests change at the same time,
 * possibly on other nodes, and knows the sessions of all nodes in which somebody is
 * signed in. In memory all requests share the session, and there are no other nodes; this
 * is that case.
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
	 * @param purpose what it is in a word. Work of another purpose may be done meanwhile,
	 * and within it; work of the same purpose must not be within it
	 * @param longest how long a node that died may keep the others waiting: longer than
	 * the work takes
	 * @param work what to do
	 * @return what that returns
	 */
	default <T> T alone(HttpSession session, String purpose, Duration longest, Supplier<T> work) {
		return work.get();
	}

	/**
	 * Return how late the end of a session that is not used may come, so that not every
	 * request has to store when it was made.
	 * @return the time, possibly none
	 */
	default Duration idleTolerance() {
		return Duration.ZERO;
	}

	/**
	 * Record that somebody has just signed in to a session, so that every node knows it.
	 * What was recorded under the same key is replaced.
	 * @param session the session
	 * @param limit how long a session can last at most
	 * @return whether it was recorded; not if the session is in this process only
	 */
	default boolean open(OpenSession session, Duration limit) {
		return false;
	}

	/**
	 * Record that nobody is signed in to a session any longer.
	 * @param key the key of its data
	 * @return whether somebody was until now: of all who notice the end of one session,
	 * on whichever nodes, one is told so. In memory nobody else can have noticed it
	 */
	default boolean close(String key) {
		return true;
	}

	/**
	 * End sessions that are not in this process only, wherever they were begun.
	 * @param which which of the sessions in which somebody is signed in
	 * @return those that this call has ended, and no other node meanwhile
	 */
	default List<OpenSession> end(Predicate<OpenSession> which) {
		return List.of();
	}

	/**
	 * Return in how many sessions somebody is signed in on all nodes together, as it was
	 * a few seconds ago.
	 * @return how many, or nothing if that is not known: sessions are in this process, or
	 * the store does not answer
	 */
	default OptionalLong count() {
		return OptionalLong.empty();
	}

}
