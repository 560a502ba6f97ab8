package io.watchfloor.http;

import java.io.IOException;

/**
 * Thrown when the body of a response is larger than its reader allows.
 */
public final class BodyTooLargeException extends IOException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message what is exceeded, without anything of the body
	 */
	BodyTooLargeException(String message) {
		super(message);
	}

}
