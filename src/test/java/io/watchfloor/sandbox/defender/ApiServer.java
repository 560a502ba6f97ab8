package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.sandbox.AccessTokens;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * The pretend APIs alone in a web server, where an account's name is its token, or its
 * name with scopes other than the usual ones, such as {@code LEAD~User.Read}.
 */
public final class ApiServer implements AutoCloseable {

	private final AnnotationConfigServletWebServerApplicationContext context = new AnnotationConfigServletWebServerApplicationContext();

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	/**
	 * Start it.
	 * @param options what it holds and how it behaves
	 * @param more configurations beside the Defender API's own
	 */
	public ApiServer(DefenderOptions options, Class<?>... more) {
		this.context.registerBean(DefenderOptions.class, () -> options);
		this.context.registerBean(AccessTokens.class, () -> ApiServer::check);
		this.context.registerBean(TomcatServletWebServerFactory.class, ApiServer::webServer);
		this.context.register(DefenderSandbox.class);
		for (Class<?> configuration : more) {
			this.context.register(configuration);
		}
		this.context.refresh();
	}

	public DefenderControls controls() {
		return this.context.getBean(DefenderControls.class);
	}

	/**
	 * A bean of the server's own context.
	 */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * The address of a path.
	 */
	public URI uri(String pathAndQuery) {
		int port = Objects.requireNonNull(this.context.getWebServer()).getPort();
		return URI.create("http://127.0.0.1:" + port + pathAndQuery.replace("$", "%24").replace(" ", "%20"));
	}

	public HttpRequest.Builder request(String pathAndQuery, SandboxAccount account) {
		return HttpRequest.newBuilder(uri(pathAndQuery))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization", "Bearer " + account.name());
	}

	public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	HttpResponse<InputStream> sendForStream(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
	}

	public HttpResponse<String> get(String pathAndQuery, SandboxAccount account)
			throws IOException, InterruptedException {
		return send(request(pathAndQuery, account));
	}

	HttpResponse<String> filtered(String filter) throws IOException, InterruptedException {
		return get("/api/incidents?$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8), SandboxAccount.LEAD);
	}

	/**
	 * Change something.
	 * @param token an account's name with scopes, such as {@code LEAD~Incident.ReadWrite}
	 * @param body the JSON
	 */
	public HttpResponse<String> patch(String pathAndQuery, String token, String body)
			throws IOException, InterruptedException {
		return patch(pathAndQuery, token, "application/json", body);
	}

	public HttpResponse<String> patch(String pathAndQuery, String token, String contentType, String body)
			throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(pathAndQuery))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", contentType)
			.method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
	}

	public JsonNode json(String pathAndQuery, SandboxAccount account) throws IOException, InterruptedException {
		return Json.read(get(pathAndQuery, account).body());
	}

	@Override
	public void close() {
		this.context.close();
	}

	private static TomcatServletWebServerFactory webServer() {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
		ConnectionBreaker.addTo(factory);
		return factory;
	}

	private static AccessTokens.Caller check(String token, SandboxApi api) {
		try {
			String[] parts = token.split("~", 2);
			SandboxAccount account = SandboxAccount.find(parts[0]);
			if (parts.length == 2) {
				return new AccessTokens.Caller(account, Set.of(parts[1].split("~")));
			}
			return new AccessTokens.Caller(account, account.permitted() ? api.scopes() : Set.of(api.otherScope()));
		}
		catch (NoSuchElementException ex) {
			throw new AccessTokens.InvalidTokenException("unknown");
		}
	}

}
