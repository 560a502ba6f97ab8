package io.watchfloor.defender.xdr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server over plain sockets, for answers that are no HTTP. It counts the connections
 * that nobody has closed.
 */
final class RawServer implements AutoCloseable {

	private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n"
			+ "Connection: close\r\n\r\n{\"value\":[]}";

	private final ServerSocket server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger furtherRequests = new AtomicInteger();

	private volatile Talk talk = saying(GOOD);

	RawServer() {
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.execute(this::listen);
	}

	/**
	 * What is said from now on, once a request came.
	 */
	void says(Talk talk) {
		this.talk = talk;
	}

	void saysWhatIsRight() {
		this.talk = saying(GOOD);
	}

	/**
	 * Says a text, a character for a byte, and waits for the other side to close.
	 */
	static Talk saying(String text) {
		return (socket) -> write(socket, text);
	}

	/**
	 * Says a text and closes.
	 */
	static Talk closingAfter(String text) {
		return (socket) -> {
			write(socket, text);
			socket.shutdownOutput();
		};
	}

	/**
	 * Says a text and resets the connection.
	 */
	static Talk resettingAfter(String text) {
		return (socket) -> {
			write(socket, text);
			socket.setSoLinger(true, 0);
			socket.close();
		};
	}

	/**
	 * Says the first text, then the second without end.
	 */
	static Talk without(String beginning, String repeated) {
		return (socket) -> {
			write(socket, beginning);
			while (true) {
				write(socket, repeated);
			}
		};
	}

	/**
	 * Says what is right, keeps the connection, and closes or resets it when the next
	 * request has come on it.
	 */
	Talk keepingForOneMoreRequest(boolean reset) {
		return (socket) -> {
			write(socket, GOOD.replace("Connection: close\r\n", ""));
			readRequest(socket.getInputStream());
			this.furtherRequests.incrementAndGet();
			socket.setSoLinger(reset, 0);
			socket.close();
		};
	}

	String origin() {
		return "http://127.0.0.1:" + this.server.getLocalPort();
	}

	/**
	 * How many connections brought a request.
	 */
	int requests() {
		return this.requests.get();
	}

	/**
	 * How many requests came on connections that were kept for them.
	 */
	int furtherRequests() {
		return this.furtherRequests.get();
	}

	/**
	 * How many connections are open.
	 */
	int open() {
		return this.open.get();
	}

	private void listen() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.open.incrementAndGet();
				this.threads.execute(() -> answer(socket));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void answer(Socket socket) {
		try (socket) {
			InputStream in = socket.getInputStream();
			if (!readRequest(in)) {
				return;
			}
			this.requests.incrementAndGet();
			this.talk.with(socket);
			in.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// closed, by whichever side
		}
		finally {
			this.open.decrementAndGet();
		}
	}

	/**
	 * Reads up to the empty line.
	 * @return whether there was one
	 */
	private static boolean readRequest(InputStream in) throws IOException {
		StringBuilder request = new StringBuilder();
		while (request.indexOf("\r\n\r\n") < 0) {
			int read = in.read();
			if (read == -1) {
				return false;
			}
			request.append((char) read);
		}
		return true;
	}

	private static void write(Socket socket, String text) throws IOException {
		OutputStream out = socket.getOutputStream();
		out.write(text.getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		this.threads.shutdownNow();
	}

	/**
	 * What is said on a connection.
	 */
	@FunctionalInterface
	interface Talk {

		void with(Socket socket) throws IOException;

	}

}
