package io.watchfloor.sandbox.defender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it goes out.
 *
 * @param status the HTTP status
 * @param headers headers besides the content's own
 * @param contentType the content type
 * @param body what writes the body
 */
public record Answer(int status, Map<String, String> headers, String contentType, Body body) {

	static final String JSON = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";

	static final String HTML = "text/html; charset=utf-8";

	/**
	 * A JSON answer.
	 * @param json the body, sent as it is
	 */
	static Answer of(String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		return new Answer(200, Map.of(), JSON, (out) -> out.write(body));
	}

	/**
	 * Send the answer, as a stream, compressed when the caller asks for it.
	 */
	void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
		sendHeaders(response);
		if (!acceptsGzip(request.getHeader("Accept-Encoding"))) {
			this.body.writeTo(response.getOutputStream());
			return;
		}
		response.setHeader("Content-Encoding", "gzip");
		try (OutputStream out = new QuickGzip(response.getOutputStream())) {
			this.body.writeTo(out);
		}
	}

	void sendHeaders(HttpServletResponse response) {
		response.setStatus(this.status);
		response.setContentType(this.contentType);
		response.setHeader("Vary", "Accept-Encoding");
		this.headers.forEach(response::setHeader);
	}

	/**
	 * The body in one piece, for faults that damage it.
	 */
	byte[] bytes() {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			this.body.writeTo(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same with another word wherever one stands in the body.
	 */
	Answer replacing(String word, String other) {
		return new Answer(this.status, this.headers, this.contentType, (out) -> out
			.write(new String(bytes(), StandardCharsets.UTF_8).replace(word, other).getBytes(StandardCharsets.UTF_8)));
	}

	private static boolean acceptsGzip(@Nullable String accepted) {
		if (accepted == null) {
			return false;
		}
		for (String coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
			String[] parts = coding.strip().split("\\s*;\\s*");
			if (parts[0].equals("gzip")) {
				return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
			}
		}
		return false;
	}

	/**
	 * What writes a body.
	 */
	@FunctionalInterface
	public interface Body {

		void writeTo(OutputStream out) throws IOException;

	}

	/**
	 * Compression that costs the benchmarks little.
	 */
	private static final class QuickGzip extends GZIPOutputStream {

		QuickGzip(OutputStream out) throws IOException {
			super(out, 16384);
			this.def.setLevel(1);
		}

	}

}
