package io.watchfloor.sandbox.entra;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;

/**
 * A browser and a client in one, for tests of the pretend Entra over HTTP.
 */
final class EntraClientDriver {

	static final String REDIRECT_URI = "http://localhost:8080/login/oauth2/code/entra";

	static final String SCOPE = "openid profile offline_access https://api.security.microsoft.com/Incident.Read";

	static final String GRAPH_SCOPE = "openid profile offline_access https://graph.microsoft.com/SecurityIncident.Read.All "
			+ "https://graph.microsoft.com/SecurityAlert.Read.All";

	/** From RFC 7636, appendix B. */
	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final Sandbox sandbox;

	EntraClientDriver(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	static Map<String, String> authorizeParameters(EntraClient client) {
		return new LinkedHashMap<>(Map.of("response_type", "code", "client_id", client.id(), "redirect_uri",
				REDIRECT_URI, "scope", SCOPE, "state", "s=1&2", "nonce", "n-1", "code_challenge", CHALLENGE,
				"code_challenge_method", "S256"));
	}

	HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.sandbox.origin() + path)));
	}

	HttpResponse<String> authorize(Map<String, String> parameters) {
		return get(EntraTenant.AUTHORIZE + "?" + form(parameters));
	}

	/** Asks and presses an account's button. */
	HttpResponse<String> choose(Map<String, String> parameters, SandboxAccount account) {
		authorize(parameters);
		return follow(send(post(EntraTenant.LOGIN, Map.of("account", account.name(), "query", form(parameters)))));
	}

	/** Asks, presses an account's button, and follows to the redirect URI. */
	Map<String, String> signIn(Map<String, String> parameters, SandboxAccount account) {
		return press(parameters, Map.of("account", account.name()));
	}

	Map<String, String> press(Map<String, String> parameters, Map<String, String> button) {
		authorize(parameters);
		Map<String, String> fields = new LinkedHashMap<>(button);
		fields.put("query", form(parameters));
		return callback(send(post(EntraTenant.LOGIN, fields)));
	}

	/** Presses a button of the page that is about permissions. */
	HttpResponse<String> answer(Map<String, String> parameters, String button) {
		return send(post(EntraTenant.CONSENT, Map.of("query", form(parameters), "answer", button)));
	}

	/** Follows where the sandbox sends a browser, as long as it stays there. */
	HttpResponse<String> follow(HttpResponse<String> response) {
		String location = response.headers().firstValue("Location").orElse("");
		return location.startsWith(this.sandbox.origin()) ? follow(send(HttpRequest.newBuilder(URI.create(location))))
				: response;
	}

	/** The parameters at the redirect URI. */
	Map<String, String> callback(HttpResponse<String> response) {
		String location = response.headers().firstValue("Location").orElse("");
		if (location.startsWith(this.sandbox.origin())) {
			return callback(send(HttpRequest.newBuilder(URI.create(location))));
		}
		if (!location.startsWith(REDIRECT_URI + "?")) {
			throw new AssertionError("No callback: " + response.statusCode() + " " + location + response.body());
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : location.substring(location.indexOf('?') + 1).split("&")) {
			String[] parts = pair.split("=", 2);
			parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		return parameters;
	}

	static Map<String, String> redemption(EntraClient client, String code) {
		return new LinkedHashMap<>(Map.of("grant_type", "authorization_code", "client_id", client.id(), "code", code,
				"redirect_uri", REDIRECT_URI, "code_verifier", VERIFIER));
	}

	static Map<String, String> refresh(EntraClient client, String refreshToken) {
		return new LinkedHashMap<>(
				Map.of("grant_type", "refresh_token", "client_id", client.id(), "refresh_token", refreshToken));
	}

	HttpResponse<String> token(Map<String, String> fields) {
		return send(post(EntraTenant.TOKEN, fields));
	}

	HttpRequest.Builder post(String path, Map<String, String> fields) {
		return HttpRequest.newBuilder(URI.create(this.sandbox.origin() + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form(fields)));
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
