package io.watchfloor.http;

import java.io.IOException;

/**
 * Thrown when the body of a response is larger than its reader allows.
 */
public final class BodyTooLargeException extends IOException {

	private static final long serialVersionUID = 1L;

	private final long maxBytes;

	BodyTooLargeException(long maxBytes) {
		super("The answer is larger than " + maxBytes + " bytes");
		this.maxBytes = maxBytes;
	}

	/**
	 * Return the limit that the body exceeds.
	 * @return the most bytes that the reader allows, from 0
	 */
	public long maxBytes() {
		return this.maxBytes;
	}

}
