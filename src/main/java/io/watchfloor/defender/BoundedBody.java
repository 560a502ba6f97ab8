package io.watchfloor.defender;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses to read an answer without end. A page of 100 incidents is commonly 1 to 20 MB.
 */
final class BoundedBody extends FilterInputStream {

	private static final long MOST_BYTES = 100_000_000;

	private long left = MOST_BYTES;

	BoundedBody(InputStream body) {
		super(body);
	}

	@Override
	public int read() throws IOException {
		int read = super.read();
		count((read != -1) ? 1 : 0);
		return read;
	}

	/**
	 * Read on. The timeout closes the body from outside, and an inflater that is closed
	 * in the middle of its work has nothing better to throw than a null pointer.
	 */
	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		try {
			int read = super.read(buffer, offset, length);
			count(read);
			return read;
		}
		catch (NullPointerException ex) {
			throw new IOException("The answer took too long", ex);
		}
	}

	private void count(int read) {
		this.left -= Math.max(read, 0);
		if (this.left < 0) {
			throw new DefenderException.Malformed("The answer is larger than " + MOST_BYTES + " bytes", null);
		}
	}

}
