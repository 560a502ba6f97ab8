package io.watchfloor.soak;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.SandboxAccount;

/**
 * An analyst's browser: it keeps cookies, follows redirects and chooses the analyst's
 * account where Entra asks. It never throws; where nothing answers, the answer says so.
 */
final class Browser {

	private static final int MOST_REDIRECTS = 20;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final URI home;

	private final SandboxAccount account;

	Browser(String origin, SandboxAccount account) {
		this.home = URI.create(origin);
		this.account = account;
	}

	/**
	 * Go to a page, signing in on the way.
	 */
	Answer visit(String address) {
		Instant asked = Instant.now();
		Answer answer = follow(send(page(this.home.resolve(address))));
		Optional<String> query = atHome(answer) ? Optional.empty() : answer.field("query");
		if (query.isPresent()) {
			answer = submit(answer.uri().resolve(answer.html().select("form").attr("action")),
					Map.of("query", query.get(), "account", this.account.name()).entrySet());
		}
		return answer.askedAt(asked);
	}

	/**
	 * Ask as the script of an open page does.
	 * @param version the version that it has
	 */
	Answer poll(String address, String version) {
		return send(HttpRequest.newBuilder(this.home.resolve(address))
			.header("Accept", "text/html")
			.header("Sec-Fetch-Mode", "cors")
			.header("If-None-Match", version));
	}

	/**
	 * Submit a form of Watchfloor's.
	 */
	Answer submit(String address, Map<String, String> fields) {
		return submit(address, fields.entrySet());
	}

	/**
	 * Submit a form of Watchfloor's that may have several fields of one name.
	 */
	Answer submit(String address, Collection<Map.Entry<String, String>> fields) {
		return submit(this.home.resolve(address), fields);
	}

	private Answer submit(URI address, Collection<Map.Entry<String, String>> fields) {
		String form = fields.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		Instant asked = Instant.now();
		return follow(send(page(address).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)))).askedAt(asked);
	}

	/**
	 * Whether an answer is Watchfloor's own.
	 */
	boolean atHome(Answer answer) {
		return answer.uri().getPort() == this.home.getPort();
	}

	private static HttpRequest.Builder page(URI address) {
		return HttpRequest.newBuilder(address)
			.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
			.header("Sec-Fetch-Mode", "navigate");
	}

	private Answer follow(Answer first) {
		Answer answer = first;
		for (int i = 0; i < MOST_REDIRECTS && !answer.location().isEmpty(); i++) {
			answer = send(page(answer.uri().resolve(answer.location())));
		}
		return answer;
	}

	private Answer send(HttpRequest.Builder request) {
		HttpRequest sent = request.timeout(PATIENCE).build();
		Instant asked = Instant.now();
		try {
			HttpResponse<String> response = this.http.send(sent, HttpResponse.BodyHandlers.ofString());
			return new Answer(sent.uri(), response.statusCode(), response.headers().firstValue("ETag").orElse(""),
					response.headers().firstValue("Location").orElse(""), response.body(), asked, Instant.now());
		}
		catch (IOException ex) {
			return new Answer(sent.uri(), 0, "", "", String.valueOf(ex), asked, Instant.now());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Answer(sent.uri(), 0, "", "", "interrupted", asked, Instant.now());
		}
	}

}
