package io.watchfloor.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.signin.api.IncidentApi;
import io.watchfloor.signin.credential.SecretFile;
import io.watchfloor.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class TokenResponseClientFactoryTests {

	private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

	private final MutableClock clock = new MutableClock(NOW);

	private final List<String> forms = new CopyOnWriteArrayList<>();

	@TempDir
	private Path folder;

	private HttpServer entra;

	@BeforeEach
	void start() throws IOException {
		this.entra = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.entra.createContext("/", (exchange) -> {
			this.forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(400, -1);
			exchange.close();
		});
		this.entra.start();
	}

	@AfterEach
	void stop() {
		this.entra.stop(0);
	}

	@Test
	void aSecretFromAFileIsSentAsItStandsThereNow() throws IOException {
		Path path = Files.writeString(this.folder.resolve("client-secret"), "first");
		ClientRegistration registration = EntraClientRegistration
			.of(new SignInSettings("0a1b2c3d-0000-4000-8000-00000000000a", "client", null, path, null,
					URI.create("http://127.0.0.1:" + this.entra.getAddress().getPort()), false, Duration.ofHours(10)),
					new ApiAccess(IncidentApi.DEFENDER, Set.of("https://api.example/Incident.Read")));
		var client = new TokenResponseClientFactory(null, new SecretFile(path, this.clock), null,
				Duration.ofSeconds(10), new EntraHealth(this.clock))
			.refreshTokenClient();
		OAuth2RefreshTokenGrantRequest request = new OAuth2RefreshTokenGrantRequest(registration,
				new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "access", NOW.minusSeconds(3600),
						NOW.minusSeconds(1)),
				new OAuth2RefreshToken("refresh", NOW));
		assertThatException().isThrownBy(() -> client.getTokenResponse(request));
		Files.writeString(path, "the second");
		this.clock.advance(Duration.ofSeconds(5));
		assertThatException().isThrownBy(() -> client.getTokenResponse(request));
		assertThat(this.forms).satisfiesExactly((form) -> assertThat(form).contains("client_secret=first"),
				(form) -> assertThat(form).contains("client_secret=the+second").doesNotContain("first"));
	}

}
