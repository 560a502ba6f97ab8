package io.watchfloor.defender.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server that gives each request the same answer and remembers what was asked.
 */
public final class AnsweringServer implements AutoCloseable {

	private final HttpServer server;

	/**
	 * The requests, oldest first.
	 */
	public final List<Request> requests = new CopyOnWriteArrayList<>();

	private volatile int status;

	private volatile String body = "";

	private volatile Map<String, String> headers = Map.of();

	/**
	 * Start a server.
	 */
	public AnsweringServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	/**
	 * Answer all requests from now on with JSON.
	 * @param newStatus the status
	 * @param newBody the body
	 */
	public void answers(int newStatus, String newBody) {
		answers(newStatus, newBody, Map.of());
	}

	/**
	 * Answer all requests from now on with JSON and some headers.
	 */
	public void answers(int newStatus, String newBody, Map<String, String> newHeaders) {
		this.headers = newHeaders;
		this.body = newBody;
		this.status = newStatus;
	}

	/**
	 * Its address.
	 */
	public String origin() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * The only request.
	 */
	public Request request() {
		if (this.requests.size() != 1) {
			throw new AssertionError("Not one request: " + this.requests);
		}
		return this.requests.get(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
		this.requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
				Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "none"), content));
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		this.headers.forEach(exchange.getResponseHeaders()::set);
		byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(this.status, (bytes.length > 0) ? bytes.length : -1);
		if (bytes.length > 0) {
			exchange.getResponseBody().write(bytes);
		}
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A request.
	 *
	 * @param method its method
	 * @param target its path and parameters
	 * @param contentType the type of its body, {@code none} for none
	 * @param body its body
	 */
	public record Request(String method, String target, String contentType, String body) {
	}

}
