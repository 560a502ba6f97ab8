package io.watchfloor.http;

import java.io.IOException;

/**
 * Thrown when the body of a response is larger than its reader allows.
 */
public final class BodyTooLargeException extends IOException {

	private static final long serialVersionUID = 1L;

	BodyTooLargeException(long maxBytes) {
		super("The answer is larger than " + maxBytes + " bytes");
	}

}
