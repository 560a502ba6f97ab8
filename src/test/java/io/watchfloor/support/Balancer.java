package io.watchfloor.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes each connection on to the next of several nodes, as a balancer without sticky
 * routing does.
 */
public final class Balancer implements AutoCloseable {

	private final ServerSocket socket;

	private final List<Integer> nodes = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private Balancer(ServerSocket socket) {
		this.socket = socket;
	}

	/**
	 * Start it, without any nodes yet.
	 */
	public static Balancer start() throws IOException {
		Balancer balancer = new Balancer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
		daemon(balancer::accept);
		return balancer;
	}

	/**
	 * Pass connections on to a node too.
	 */
	public void add(int port) {
		this.nodes.add(port);
	}

	public String origin() {
		return "http://localhost:" + this.socket.getLocalPort();
	}

	private void accept() throws IOException {
		while (!this.socket.isClosed()) {
			Socket client = this.socket.accept();
			int node = this.nodes.get(this.connections.getAndIncrement() % this.nodes.size());
			Socket server = new Socket(InetAddress.getLoopbackAddress(), node);
			daemon(() -> copy(client.getInputStream(), server.getOutputStream()));
			daemon(() -> {
				try (client; server) {
					copy(server.getInputStream(), client.getOutputStream());
				}
			});
		}
	}

	private static void copy(InputStream from, OutputStream to) throws IOException {
		from.transferTo(to);
	}

	private static void daemon(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// Either side has closed the connection
			}
		}, "balancer");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	private interface Work {

		void run() throws IOException;

	}

}
