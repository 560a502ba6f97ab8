package io.watchfloor.http;

import java.net.http.HttpClient;
import java.time.Duration;

import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * Creates request factories over the JDK's HTTP client.
 */
public final class RequestFactories {

	private RequestFactories() {
	}

	/**
	 * Create a request factory that never follows a redirect, which could carry a token
	 * or a secret to another server. It speaks HTTP/1.1: a gateway that takes an HTTP/2
	 * connection out of service refuses the requests that are under way (GOAWAY,
	 * REFUSED_STREAM), which the client of Java 17 reports as failures.
	 * @param connectTimeout the time to establish a connection, more than zero
	 * @param readTimeout the time from the request to the last byte of the response, more
	 * than zero
	 * @return the request factory, without compression
	 */
	public static JdkClientHttpRequestFactory create(Duration connectTimeout, Duration readTimeout) {
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(connectTimeout)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
		factory.setReadTimeout(readTimeout);
		factory.enableCompression(false);
		return factory;
	}

}
