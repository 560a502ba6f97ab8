package io.watchfloor.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Reads so much of an answer of Entra's and no more: tokens and keys are some KB. Of a
 * longer one the beginning is left, which makes no sense to whoever reads it.
 */
final class ResponseSizeInterceptor implements ClientHttpRequestInterceptor {

	private static final int MOST_BYTES = 1_000_000;

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		ClientHttpResponse response = execution.execute(request, body);
		// Closed before the response is, which would read to the end first
		try (InputStream stream = response.getBody()) {
			return new Answer(response, new ByteArrayInputStream(stream.readNBytes(MOST_BYTES)));
		}
		catch (IOException ex) {
			response.close();
			throw ex;
		}
	}

	private record Answer(ClientHttpResponse response, InputStream body) implements ClientHttpResponse {

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

		@Override
		public void close() {
			this.response.close();
		}

	}

}
