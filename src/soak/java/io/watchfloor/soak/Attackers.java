package io.watchfloor.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * People without an account who try to stop Watchfloor for those with one: again and
 * again they promise a body and send none, send half a header, or begin a sign-in, and
 * keep each connection until 300 newer ones are open.
 */
final class Attackers implements Runnable {

	private static final int CONNECTIONS = 300;

	private static final List<String> REQUESTS = List.of(
			"POST /theme HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
					+ "Content-Length: 1000\r\n\r\ntheme=",
			"GET /incidents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: localhost\r\nX-Half: " + "x".repeat(12_000),
			"GET /incidents?q=" + "x".repeat(3_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"GET /no/such/page HTTP/1.1\r\nHost: localhost\r\n\r\n");

	private final Duration pause;

	private final AtomicLong requests = new AtomicLong();

	private final int port;

	private volatile boolean stopped;

	/**
	 * Attackers who wait to begin.
	 * @param pause how long they wait between two requests
	 */
	Attackers(String origin, Duration pause) {
		this.pause = pause;
		this.port = URI.create(origin).getPort();
	}

	@Override
	public void run() {
		List<Socket> connections = new ArrayList<>();
		while (!this.stopped) {
			LockSupport.parkNanos(this.pause.toNanos());
			int next = (int) (this.requests.getAndIncrement() % REQUESTS.size());
			attack(connections, REQUESTS.get(next));
		}
		connections.forEach(Attackers::close);
	}

	private void attack(List<Socket> connections, String request) {
		try {
			if (connections.size() == CONNECTIONS) {
				close(connections.remove(0));
			}
			Socket connection = new Socket(InetAddress.getLoopbackAddress(), this.port);
			connections.add(connection);
			connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			// Refused, which is what the server is there for
		}
	}

	private static void close(Socket connection) {
		try {
			connection.close();
		}
		catch (IOException ex) {
			// Gone all the same
		}
	}

	void stop() {
		this.stopped = true;
	}

	long requests() {
		return this.requests.get();
	}

}
