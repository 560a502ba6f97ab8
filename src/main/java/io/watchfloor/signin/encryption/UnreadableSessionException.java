package io.watchfloor.signin.encryption;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when what Redis holds of a session cannot be read: it was written with another
 * key, by another version, for another session, or by somebody else.
 */
public class UnreadableSessionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public UnreadableSessionException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
