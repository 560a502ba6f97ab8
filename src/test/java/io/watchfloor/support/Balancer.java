package io.watchfloor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes each connection on to the next of several nodes, as a balancer without sticky
 * routing does. It is the next node's turn when a request comes, not before: browsers
 * open connections that they do not use. A node that refuses the connection is passed
 * over, so that one may be restarted while people work. For each <em>request</em> to go
 * to the next node, nodes must answer one request by connection (see {@link Nodes}).
 */
public final class Balancer implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 2_000;

	private final ServerSocket socket;

	private final List<Integer> nodes = new CopyOnWriteArrayList<>();

	private final AtomicInteger turns = new AtomicInteger();

	private Balancer(ServerSocket socket) {
		this.socket = socket;
	}

	/**
	 * Start it on any free port, without any nodes yet.
	 */
	public static Balancer start() throws IOException {
		return start(0);
	}

	/**
	 * Start it, without any nodes yet.
	 * @param port where it is to listen, on loopback; 0 for any free port
	 * @throws java.net.BindException if something else listens there
	 */
	public static Balancer start(int port) throws IOException {
		Balancer balancer = new Balancer(new ServerSocket(port, 200, InetAddress.getLoopbackAddress()));
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
			daemon(() -> pass(client));
		}
	}

	private void pass(Socket client) throws IOException {
		try (client) {
			byte[] beginning = new byte[8192];
			int length = client.getInputStream().read(beginning);
			if (length > 0) {
				try (Socket node = next()) {
					node.getOutputStream().write(beginning, 0, length);
					daemon(() -> passRest(client, node));
					node.getInputStream().transferTo(client.getOutputStream());
				}
			}
		}
	}

	/**
	 * When the client leaves, the node is to know at once. Nobody half-closes.
	 */
	private static void passRest(Socket client, Socket node) throws IOException {
		try (node) {
			client.getInputStream().transferTo(node.getOutputStream());
		}
	}

	/**
	 * Connect to the node whose turn it is, or to the first after it that listens.
	 */
	private Socket next() throws IOException {
		int turn = this.turns.getAndIncrement();
		for (int i = 0; i < this.nodes.size(); i++) {
			int port = this.nodes.get((turn + i) % this.nodes.size());
			Socket node = new Socket();
			try {
				node.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
				return node;
			}
			catch (ConnectException | SocketTimeoutException ex) {
				// It is stopped, or not started yet, or has no room
				node.close();
			}
		}
		throw new ConnectException("No node listens");
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
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Work {

		void run() throws IOException;

	}

}
