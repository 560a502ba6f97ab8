package io.watchfloor.http;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Limits the size of responses that are some KB, such as tokens and keys, to 1 MB.
 */
public final class ResponseSizeInterceptor implements ClientHttpRequestInterceptor {

	private static final long MAX_BYTES = 1_000_000;

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		ClientHttpResponse response = execution.execute(request, body);
		return new BoundedResponse(response, new BoundedInputStream(response.getBody(), MAX_BYTES));
	}

	private record BoundedResponse(ClientHttpResponse response, InputStream body) implements ClientHttpResponse {

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
		 * Close the body first: closing the response would read it to the end.
		 */
		@Override
		public void close() {
			try {
				this.body.close();
			}
			catch (IOException ex) {
				// Closed all the same
			}
			this.response.close();
		}

	}

}
