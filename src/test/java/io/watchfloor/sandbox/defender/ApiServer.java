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
import tools.jackson.databind.JsonNode;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * The pretend Defender API alone in a web server, where an account's name is its token.
 */
final class ApiServer implements AutoCloseable {

	private final AnnotationConfigServletWebServerApplicationContext context = new AnnotationConfigServletWebServerApplicationContext();

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	ApiServer(DefenderOptions options) {
		this.context.registerBean(DefenderOptions.class, () -> options);
		this.context.registerBean(AccessTokens.class, () -> ApiServer::check);
		this.context.registerBean(TomcatServletWebServerFactory.class, () -> new TomcatServletWebServerFactory(0));
		this.context.register(DefenderSandbox.class);
		this.context.refresh();
	}

	DefenderControls controls() {
		return this.context.getBean(DefenderControls.class);
	}

	/**
	 * The address of a path.
	 */
	URI uri(String pathAndQuery) {
		int port = Objects.requireNonNull(this.context.getWebServer()).getPort();
		return URI.create("http://127.0.0.1:" + port + pathAndQuery.replace("$", "%24").replace(" ", "%20"));
	}

	HttpRequest.Builder request(String pathAndQuery, SandboxAccount account) {
		return HttpRequest.newBuilder(uri(pathAndQuery))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization", "Bearer " + account.name());
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	HttpResponse<InputStream> sendForStream(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
	}

	HttpResponse<String> get(String pathAndQuery, SandboxAccount account) throws IOException, InterruptedException {
		return send(request(pathAndQuery, account));
	}

	HttpResponse<String> filtered(String filter) throws IOException, InterruptedException {
		return get("/api/incidents?$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8), SandboxAccount.LEAD);
	}

	JsonNode json(String pathAndQuery, SandboxAccount account) throws IOException, InterruptedException {
		return Json.read(get(pathAndQuery, account).body());
	}

	@Override
	public void close() {
		this.context.close();
	}

	private static AccessTokens.Caller check(String token) {
		try {
			SandboxAccount account = SandboxAccount.find(token);
			return new AccessTokens.Caller(account,
					account.permitted() ? Set.of("Incident.Read") : Set.of("User.Read"));
		}
		catch (NoSuchElementException ex) {
			throw new AccessTokens.InvalidTokenException("unknown");
		}
	}

}
