package io.watchfloor.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * A connection that is kept, as a browser keeps it. It reads an answer and forgets it:
 * whoever asks shares the processors with whoever answers, and should cost little.
 */
public final class LoadConnection implements AutoCloseable {

	private static final String LENGTH = "content-length:";

	private static final String VERSION = "etag:";

	private final Socket socket;

	private final InputStream in;

	private final OutputStream out;

	private final byte[] buffer = new byte[64 * 1024];

	private int position;

	private int end;

	public LoadConnection(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setTcpNoDelay(true);
		this.in = this.socket.getInputStream();
		this.out = this.socket.getOutputStream();
	}

	/**
	 * Send a request and read its answer.
	 * @param request the whole of it
	 */
	public Answer ask(byte[] request) throws IOException {
		this.out.write(request);
		int status = Integer.parseInt(line().split(" ")[1]);
		long length = 0;
		String version = "";
		boolean chunked = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			String lower = header.toLowerCase(Locale.ROOT);
			length = lower.startsWith(LENGTH) ? Long.parseLong(lower.substring(LENGTH.length()).strip()) : length;
			version = lower.startsWith(VERSION) ? header.substring(VERSION.length()).strip() : version;
			chunked |= lower.equals("transfer-encoding: chunked");
		}
		if (chunked) {
			return new Answer(status, version, skipChunks());
		}
		skip(length);
		return new Answer(status, version, length);
	}

	private long skipChunks() throws IOException {
		long all = 0;
		for (int size = chunk(); size > 0; size = chunk()) {
			skip(size);
			line();
			all += size;
		}
		line();
		return all;
	}

	private int chunk() throws IOException {
		return Integer.parseInt(line(), 16);
	}

	private void skip(long bytes) throws IOException {
		long left = bytes;
		while (left > 0) {
			if (this.position == this.end) {
				fill();
			}
			int some = (int) Math.min(left, this.end - this.position);
			this.position += some;
			left -= some;
		}
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder(64);
		while (true) {
			if (this.position == this.end) {
				fill();
			}
			char next = (char) this.buffer[this.position++];
			if (next == '\n') {
				return line.toString();
			}
			if (next != '\r') {
				line.append(next);
			}
		}
	}

	private void fill() throws IOException {
		this.position = 0;
		this.end = this.in.read(this.buffer);
		if (this.end <= 0) {
			this.end = 0;
			throw new EOFException("The connection was closed");
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * What matters of an answer.
	 *
	 * @param status its HTTP status
	 * @param version its entity tag, empty for none
	 * @param length how many bytes its body has
	 */
	public record Answer(int status, String version, long length) {
	}

}
