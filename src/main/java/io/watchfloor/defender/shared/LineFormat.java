package io.watchfloor.defender.shared;

import org.jspecify.annotations.Nullable;

/**
 * Writes what is recorded of a call as text, and reads it.
 *
 * @param <T> the type of what is recorded
 */
public interface LineFormat<T> {

	/**
	 * Write what is recorded of a call.
	 * @param what what is recorded
	 * @return words with single spaces between them
	 */
	String write(T what);

	/**
	 * Read it.
	 * @param words the words
	 * @return what is recorded, or {@code null} when it is unreadable
	 */
	@Nullable T read(String words);

}
