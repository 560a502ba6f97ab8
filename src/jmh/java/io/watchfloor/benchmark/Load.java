package io.watchfloor.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One kind of request, sent again and again over a few connections at once.
 */
public final class Load {

	public static final int CONNECTIONS = 4;

	/**
	 * A page differs a little from one time to the next: ages grow.
	 */
	private static final double TOLERANCE = 0.05;

	private final int port;

	private final String head;

	private final boolean poll;

	private final LoadConnection.Answer first;

	private final List<Double> rates = new ArrayList<>();

	private volatile byte[] request;

	/**
	 * A load.
	 * @param port where the application listens
	 * @param address what to ask for
	 * @param headers the request's headers
	 * @param poll whether to say which version is known already
	 */
	public Load(int port, String address, List<String> headers, boolean poll) throws IOException {
		this.port = port;
		this.poll = poll;
		this.head = "GET " + address + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + String.join("\r\n", headers)
				+ "\r\n";
		this.request = bytes(this.head);
		try (LoadConnection connection = new LoadConnection(port)) {
			this.first = connection.ask(this.request);
		}
		check(this.first, false);
	}

	private static byte[] bytes(String head) {
		return (head + "\r\n").getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * How many bytes the body of an answer in full has, as sent.
	 */
	public long length() {
		return this.first.length();
	}

	/**
	 * Ask for some time.
	 * @return answers a second
	 */
	public double run(Duration time) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
		try {
			long start = System.nanoTime();
			List<Future<Long>> counts = threads
				.invokeAll(Collections.nCopies(CONNECTIONS, (Callable<Long>) () -> askUntil(start + time.toNanos())));
			long answers = 0;
			for (Future<Long> count : counts) {
				answers += count.get();
			}
			return answers / ((System.nanoTime() - start) / 1e9);
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * As {@link #run}, counted in {@link #median}.
	 */
	public void measure(Duration time) throws Exception {
		this.rates.add(run(time));
	}

	/**
	 * The median of what was measured.
	 * @return answers a second
	 */
	public double median() {
		return this.rates.stream().sorted().skip(this.rates.size() / 2).findFirst().orElseThrow();
	}

	private long askUntil(long end) throws IOException {
		long answers = 0;
		try (LoadConnection connection = new LoadConnection(this.port)) {
			while (System.nanoTime() < end) {
				check(connection.ask(this.request), this.poll);
				answers++;
			}
		}
		return answers;
	}

	/**
	 * A poll is answered in full when the minute is over, and goes on from there.
	 */
	private void check(LoadConnection.Answer answer, boolean unchanged) {
		if (unchanged && answer.status() == 304) {
			return;
		}
		if (answer.status() != 200
				|| Math.abs(answer.length() - this.first.length()) > TOLERANCE * this.first.length()) {
			throw new IllegalStateException("After " + this.first + " came " + answer);
		}
		if (this.poll) {
			this.request = bytes(this.head + "If-None-Match: " + answer.version() + "\r\n");
		}
	}

}
