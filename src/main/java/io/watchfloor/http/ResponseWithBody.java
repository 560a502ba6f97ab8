package io.watchfloor.http;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A response whose body is read in another way.
 *
 * @param response the response
 * @param body the body, which reads that of the response
 */
record ResponseWithBody(ClientHttpResponse response, InputStream body) implements ClientHttpResponse {

	private static final int MOST_LEFT = 8192;

	@Override
	public HttpStatusCode getStatusCode() throws IOException {
		return this.response.getStatusCode();
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.response.getHeaders();
	}

	@Override
	public InputStream getBody() {
		return this.body;
	}

	/**
	 * Close the body first: closing the response would read it to the end, which it may
	 * not have. What is left of a body that was read is read before, so that the
	 * connection can be used again.
	 */
	@Override
	public void close() {
		try (this.body) {
			this.response.getBody().readNBytes(MOST_LEFT);
		}
		catch (IOException ex) {
			// Closed all the same
		}
		this.response.close();
	}

}
