package io.watchfloor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Asks Watchfloor for the first pages that people and balancers see, and ends it. Java
 * then keeps in an archive what a start and these pages loaded, not a start alone.
 */
final class TrainingRun implements ApplicationListener<ApplicationReadyEvent> {

	/**
	 * The system property that asks for it, whatever its value.
	 */
	static final String PROPERTY = "watchfloor.training";

	private static final Pattern FILE = Pattern.compile(" (?:href|src)=\"(/[^\"]+\\.(?:css|js))\"");

	private final HttpClient client = HttpClient.newHttpClient();

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		String origin = "http://localhost:"
				+ event.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
		ask(origin + "/actuator/health/liveness", 200);
		Matcher files = FILE.matcher(ask(origin + "/", 200));
		while (files.find()) {
			ask(origin + files.group(1), 200);
		}
		ask(origin + "/oauth2/authorization/entra", 302);
		event.getApplicationContext().close();
	}

	private String ask(String address, int expected) {
		try {
			HttpResponse<String> response = this.client.send(HttpRequest.newBuilder(URI.create(address)).build(),
					HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != expected) {
				throw new IllegalStateException(address + " answered " + response.statusCode());
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(address, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
