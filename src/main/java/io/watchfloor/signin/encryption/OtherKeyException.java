package io.watchfloor.signin.encryption;

/**
 * Thrown when something was encrypted with none of this node's keys.
 */
public final class OtherKeyException extends UnreadableSessionException {

	private static final long serialVersionUID = 1L;

	OtherKeyException() {
		super("Encrypted with another key", null);
	}

}
