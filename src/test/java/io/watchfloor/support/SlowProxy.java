package io.watchfloor.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Stands between Watchfloor and a server and makes their connections bad: late, silent,
 * or silent from a certain request on.
 */
public final class SlowProxy implements AutoCloseable {

	private final ServerSocket socket;

	private final int target;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

	private final Set<Socket> lost = ConcurrentHashMap.newKeySet();

	private volatile Duration delay = Duration.ZERO;

	private volatile @Nullable String wordThatHolds;

	private boolean held;

	private SlowProxy(ServerSocket socket, int target) {
		this.socket = socket;
		this.target = target;
	}

	/**
	 * Start it.
	 * @param port where the server listens
	 */
	public static SlowProxy to(int port) throws IOException {
		SlowProxy proxy = new SlowProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
		daemon(proxy::accept);
		return proxy;
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * Let every request take longer.
	 */
	public void delay(Duration perRequest) {
		this.delay = perRequest;
	}

	/**
	 * Let nothing through any more from the next request on in which a word is.
	 */
	public void holdAt(String word) {
		this.wordThatHolds = word;
	}

	/**
	 * Whether that request has come.
	 */
	public synchronized boolean holds() {
		return this.held;
	}

	private synchronized void hold() {
		this.held = true;
	}

	/**
	 * Let everything through, what was held up first.
	 */
	public synchronized void release() {
		this.wordThatHolds = null;
		this.held = false;
		notifyAll();
	}

	/**
	 * Forget the connections that there are without a word to either side, as a firewall
	 * does. New ones work.
	 */
	public void loseConnections() {
		this.lost.addAll(this.clients);
	}

	private void accept() throws IOException {
		while (!this.socket.isClosed()) {
			Socket client = this.socket.accept();
			this.clients.add(client);
			daemon(() -> connect(client));
		}
	}

	private void connect(Socket client) throws IOException {
		try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target)) {
			daemon(() -> {
				try (client; server) {
					copy(client, server.getInputStream(), client.getOutputStream(), false);
				}
			});
			copy(client, client.getInputStream(), server.getOutputStream(), true);
		}
		finally {
			this.clients.remove(client);
		}
	}

	private void copy(Socket client, InputStream from, OutputStream to, boolean requests) throws IOException {
		byte[] buffer = new byte[64 * 1024];
		for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
			byte[] part = Arrays.copyOf(buffer, length);
			String word = this.wordThatHolds;
			if (requests && word != null && new String(part, StandardCharsets.ISO_8859_1).contains(word)) {
				hold();
			}
			awaitRelease();
			if (!this.lost.contains(client)) {
				this.timer.schedule(() -> write(to, part), requests ? this.delay.toMillis() : 0, TimeUnit.MILLISECONDS);
			}
		}
	}

	private synchronized void awaitRelease() throws IOException {
		try {
			while (this.held) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static void write(OutputStream to, byte[] part) {
		try {
			to.write(part);
		}
		catch (IOException ex) {
			// That side has closed the connection
		}
	}

	private static void daemon(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// Either side has closed the connection
			}
		}, "slow-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.timer.shutdownNow();
		this.socket.close();
	}

	private interface Work {

		void run() throws IOException;

	}

}
