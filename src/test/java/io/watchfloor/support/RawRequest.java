package io.watchfloor.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A request as it goes over the wire, for what HTTP clients put right or refuse to send.
 *
 * @param text the request, a character for a byte, lines ended by CR LF
 */
public record RawRequest(String text) {

	private static final int PATIENCE_MILLIS = 20_000;

	/**
	 * A request for a target.
	 * @param method any word
	 * @param target what stands behind it, as it is
	 * @param lines headers in place of {@code Host}, or beside it when they name none
	 */
	public static RawRequest of(String method, String target, String... lines) {
		boolean host = Arrays.stream(lines).anyMatch((line) -> line.toLowerCase(Locale.ROOT).startsWith("host"));
		StringBuilder text = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
		if (!host) {
			text.append("Host: localhost\r\n");
		}
		for (String line : lines) {
			text.append(line).append("\r\n");
		}
		return new RawRequest(text.append("Connection: close\r\n\r\n").toString());
	}

	public static RawRequest get(String target, String... lines) {
		return of("GET", target, lines);
	}

	/**
	 * The same with a body.
	 */
	public RawRequest with(String body) {
		return new RawRequest(this.text + body);
	}

	/**
	 * Send it.
	 * @param origin where to
	 * @return what came until the connection was closed
	 */
	public Answer send(String origin) {
		int port = URI.create(origin).getPort();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.getOutputStream().write(this.text.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return Answer.of(readAll(socket.getInputStream()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No answer to " + this, ex);
		}
	}

	/**
	 * Whoever refuses a request early may reset the connection instead of closing it.
	 */
	private static String readAll(InputStream in) throws IOException {
		StringBuilder answer = new StringBuilder();
		byte[] buffer = new byte[8192];
		try {
			for (int read = in.read(buffer); read != -1; read = in.read(buffer)) {
				answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
			}
		}
		catch (SocketException ex) {
			// what was read until then is the answer
		}
		return answer.toString();
	}

	@Override
	public String toString() {
		String shown = this.text.replaceAll("[\\r\\n]+", " · ").replaceAll("[^\\x20-\\x7e·]", "?");
		return (shown.length() > 100) ? shown.substring(0, 100) + "…" : shown;
	}

	/**
	 * An answer.
	 *
	 * @param status its status, 0 for none
	 * @param headers its headers, names in lower case, values in the order they came
	 * @param body its body as it came
	 */
	public record Answer(int status, Map<String, List<String>> headers, String body) {

		public static Answer of(String text) {
			int end = text.indexOf("\r\n\r\n");
			if (!text.startsWith("HTTP/1.") || end < 0) {
				return new Answer(0, Map.of(), text);
			}
			String[] lines = text.substring(0, end).split("\r\n");
			Map<String, List<String>> headers = new TreeMap<>();
			for (String line : Arrays.asList(lines).subList(1, lines.length)) {
				int colon = line.indexOf(':');
				headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT),
						List.of(line.substring(colon + 1).strip()),
						(one, other) -> Stream.concat(one.stream(), other.stream()).toList());
			}
			return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
		}

		public String header(String name) {
			return String.join(", ", this.headers.getOrDefault(name, List.of()));
		}

		public Document html() {
			return Jsoup.parse(this.body);
		}

	}

}
