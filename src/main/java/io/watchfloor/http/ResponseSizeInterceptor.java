package io.watchfloor.http;

import java.io.IOException;

import org.springframework.http.HttpRequest;
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
		return new ResponseWithBody(response, new BoundedInputStream(response.getBody(), MAX_BYTES));
	}

}
