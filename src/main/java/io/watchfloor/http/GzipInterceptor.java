package io.watchfloor.http;

import java.io.IOException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Asks for responses compressed with gzip and unpacks them within bounds. The
 * decompression of the JDK request factory has none.
 */
public final class GzipInterceptor implements ClientHttpRequestInterceptor {

	private static final String GZIP = "gzip";

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		request.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, GZIP);
		ClientHttpResponse response = execution.execute(request, body);
		boolean compressed = GZIP.equalsIgnoreCase(response.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING));
		return new ResponseWithBody(response,
				compressed ? new GunzippedInputStream(response.getBody()) : response.getBody());
	}

}
