package io.watchfloor.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * Unpacks a body that is compressed with gzip, up to a size and a ratio, so that few
 * bytes cannot become very many.
 */
final class GunzippedInputStream extends InputStream {

	/**
	 * Incidents are compressed to a tenth or less, and 100 MB of them are too many.
	 */
	static final long MAX_COMPRESSED_BYTES = 25_000_000;

	/**
	 * Incidents reach 10 to 40. Deflate replaces at most 258 bytes at a time by one or
	 * two bytes, so that even the same alert over and over stays below this; only a run
	 * of one and the same byte or sequence reaches more, up to 1,032.
	 */
	static final int MAX_RATIO = 200;

	/**
	 * A body as small as this may have any ratio.
	 */
	static final long MIN_BYTES = 1_000_000;

	private final BoundedInputStream compressed;

	private @Nullable GZIPInputStream unpacked;

	private long count;

	/**
	 * Create a stream that reads nothing of the body yet.
	 * @param compressed the body as it was sent
	 */
	GunzippedInputStream(InputStream compressed) {
		this.compressed = new BoundedInputStream(compressed, MAX_COMPRESSED_BYTES);
	}

	@Override
	public int read() throws IOException {
		byte[] buffer = new byte[1];
		return (read(buffer, 0, 1) == -1) ? -1 : buffer[0] & 0xff;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		if (this.unpacked == null) {
			this.unpacked = new GZIPInputStream(this.compressed, 8192);
		}
		int read = this.unpacked.read(buffer, offset, length);
		this.count += Math.max(read, 0);
		if (this.count > MIN_BYTES && this.count > MAX_RATIO * this.compressed.count()) {
			throw new BodyTooLargeException(
					"The answer is larger than " + MAX_RATIO + " times what was sent of it, unpacked");
		}
		return read;
	}

	/**
	 * Close the body that is unpacked, and free the memory of the unpacking.
	 */
	@Override
	public void close() throws IOException {
		this.compressed.close();
		if (this.unpacked != null) {
			this.unpacked.close();
		}
	}

}
