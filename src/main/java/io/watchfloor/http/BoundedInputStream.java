package io.watchfloor.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the body of a response up to a limit, so that one without end fails.
 */
public final class BoundedInputStream extends FilterInputStream {

	private final long maxBytes;

	private long read;

	/**
	 * Create a bounded stream.
	 * @param body the body, decompressed
	 * @param maxBytes the most bytes to read, from 0; the next one throws
	 * {@link BodyTooLargeException}
	 */
	public BoundedInputStream(InputStream body, long maxBytes) {
		super(body);
		this.maxBytes = maxBytes;
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		count((value != -1) ? 1 : 0);
		return value;
	}

	/**
	 * Read bytes. A read time-out closes the body from another thread, and an inflater
	 * that is closed in the middle of its work throws a {@link NullPointerException}.
	 */
	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		try {
			int count = super.read(buffer, offset, length);
			count(count);
			return count;
		}
		catch (NullPointerException ex) {
			throw new IOException("The answer took too long", ex);
		}
	}

	/**
	 * Return the number of bytes that were read.
	 */
	long count() {
		return this.read;
	}

	private void count(int bytes) throws BodyTooLargeException {
		this.read += Math.max(bytes, 0);
		if (this.read > this.maxBytes) {
			throw new BodyTooLargeException("The answer is larger than " + this.maxBytes + " bytes");
		}
	}

}
