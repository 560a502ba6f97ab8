package io.watchfloor.signin.session;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.CannotAcquireLockException;

/**
 * Keeps what belongs to the data of a session where every node finds it. There is none
 * where sessions are in the memory of one process. What is kept is forgotten when the
 * data end, and by itself when nobody has asked for it for a while.
 */
public interface SessionData {

	/**
	 * Return what is kept.
	 * @param key the key of the data, see {@link SessionDataKeys}
	 * @return the bytes; {@code null} where there are none, or none that can be read
	 */
	byte @Nullable [] load(String key);

	/**
	 * Change what is kept, while no other request does on whichever node. If the store
	 * does not answer, or another one takes too long, nothing is done.
	 * @param key the key of the data
	 * @param work what to do
	 * @return what that returns
	 */
	<T> T change(String key, Function<Turn, T> work);

	/**
	 * Forget what is kept. Whoever is changing it cannot store it any more.
	 * @param key the key of the data
	 */
	void forget(String key);

	/**
	 * The time in which a request alone changes what is kept.
	 */
	interface Turn {

		/**
		 * Return what is kept.
		 * @return the bytes; {@code null} where there are none, or none that can be read
		 */
		byte @Nullable [] load();

		/**
		 * Store what is to be kept.
		 * @return whether it is stored; not if the data have ended meanwhile
		 * @throws CannotAcquireLockException if the turn has taken so long that it is
		 * another request's
		 */
		boolean store(byte[] value);

	}

}
