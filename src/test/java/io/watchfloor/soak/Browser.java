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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.SandboxAccount;
import org.jspecify.annotations.Nullable;

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

	private final List<SignInAgain> signInsAgain = new CopyOnWriteArrayList<>();

	private final URI home;

	private final SandboxAccount account;

	private volatile @Nullable Instant seenSignedIn;

	Browser(String origin, SandboxAccount account) {
		this.home = URI.create(origin);
		this.account = account;
	}

	/**
	 * Go to a page, signing in on the way.
	 */
	Answer visit(String address) {
		Instant asked = Instant.now();
		Answer answer = follow(address, send(page(this.home.resolve(address))));
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
		return follow(address.getPath(), send(page(address).header("Content-Type", "application/x-www-form-urlencoded")
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

	/**
	 * The times when Entra was asked for an analyst who was signed in and had not signed
	 * out.
	 */
	List<SignInAgain> signInsAgain() {
		return List.copyOf(this.signInsAgain);
	}

	private Answer follow(String asked, Answer first) {
		Answer answer = first;
		for (int i = 0; i < MOST_REDIRECTS && !answer.location().isEmpty(); i++) {
			URI next = answer.uri().resolve(answer.location());
			if (next.getPath().endsWith("/authorize")) {
				signInAgain(asked);
			}
			answer = send(page(next));
		}
		return answer;
	}

	private synchronized void signInAgain(String asked) {
		Instant seen = this.seenSignedIn;
		if (seen != null) {
			this.signInsAgain.add(new SignInAgain(asked, seen, Instant.now()));
			this.seenSignedIn = null;
		}
	}

	/**
	 * Note whether an answer shows that the analyst is signed in. The front page is there
	 * for everybody.
	 */
	private Answer seen(Answer answer) {
		if (answer.uri().getPath().equals("/logout")) {
			this.seenSignedIn = null;
		}
		else if (answer.good() && atHome(answer) && !answer.uri().getPath().equals("/")) {
			this.seenSignedIn = answer.answered();
		}
		return answer;
	}

	private Answer send(HttpRequest.Builder request) {
		HttpRequest sent = request.timeout(PATIENCE).build();
		Instant asked = Instant.now();
		try {
			HttpResponse<String> response = this.http.send(sent, HttpResponse.BodyHandlers.ofString());
			return seen(new Answer(sent.uri(), response.statusCode(), response.headers().firstValue("ETag").orElse(""),
					response.headers().firstValue("Location").orElse(""), response.body(), asked, Instant.now()));
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
