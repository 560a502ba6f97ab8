package io.watchfloor.defender.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes that were read from a stream.
 */
final class CountedInputStream extends FilterInputStream {

	private long count;

	CountedInputStream(InputStream in) {
		super(in);
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		this.count += (value != -1) ? 1 : 0;
		return value;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		this.count += Math.max(read, 0);
		return read;
	}

	long count() {
		return this.count;
	}

}
