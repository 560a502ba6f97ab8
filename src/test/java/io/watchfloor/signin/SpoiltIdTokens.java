package io.watchfloor.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks what must hold for any bytes in place of an ID token: it is accepted and names
 * the analyst it was issued to, or it is refused with a {@link JwtException}. The
 * tenant's keys come over HTTP, as always.
 */
final class SpoiltIdTokens {

	private static final String TENANT = "0a1b2c3d-0000-4000-8000-00000000000a";

	private static final String OBJECT_ID = "0a1b2c3d-0000-4000-8000-00000000000b";

	private static final RSAKey KEY = key(1);

	private static final String KEYS = new JWKSet(KEY.toPublicJWK()).toString();

	private static final ClientRegistration REGISTRATION = SampleRegistration.at(TENANT, serveKeys());

	private static final JwtDecoder DECODER = new IdTokenDecoderFactory(TENANT, Duration.ofSeconds(5),
			new EntraHealth(Clock.systemUTC()))
		.createDecoder(REGISTRATION);

	/**
	 * The claims of a valid ID token.
	 */
	static final String CLAIMS = "{\"iss\":\"" + REGISTRATION.getProviderDetails().getIssuerUri()
			+ "\",\"aud\":\"client\",\"sub\":\"pairwise\",\"tid\":\"" + TENANT + "\",\"oid\":\"" + OBJECT_ID
			+ "\",\"iat\":1700000000,\"nbf\":1700000000,\"exp\":4102444800,\"name\":\"Ada Analyst\","
			+ "\"preferred_username\":\"ada@contoso.example\",\"nonce\":\"n\",\"ver\":\"2.0\"}";

	private static final String GOOD = signed(CLAIMS.getBytes(StandardCharsets.UTF_8), KEY);

	private static final String[] PARTS = GOOD.split("\\.");

	private SpoiltIdTokens() {
	}

	/**
	 * Return tokens to mutate: a valid one, and others without a signature or with one by
	 * a key that was never published.
	 */
	static List<String> tokens() {
		String none = base64("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
		String byName = base64("{\"alg\":\"HS256\",\"kid\":\"1\"}".getBytes(StandardCharsets.UTF_8));
		return List.of(GOOD, signed(CLAIMS.getBytes(StandardCharsets.UTF_8), key(2)), none + "." + PARTS[1] + ".",
				none + "." + PARTS[1] + "." + PARTS[2], byName + "." + PARTS[1] + "." + PARTS[2],
				PARTS[0] + "." + PARTS[1] + ".", GOOD + "." + PARTS[1] + "." + PARTS[2], "a.b.c", "");
	}

	/**
	 * Check bytes in place of a token and of each of its parts: only what was signed is
	 * accepted.
	 */
	static void token(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		decode(text);
		decode(text + "." + PARTS[1] + "." + PARTS[2]);
		decode(PARTS[0] + "." + text + "." + PARTS[2]);
		decode(PARTS[0] + "." + PARTS[1] + "." + text);
		decode(base64(input) + "." + PARTS[1] + "." + PARTS[2]);
		decode(PARTS[0] + "." + base64(input) + "." + PARTS[2]);
	}

	/**
	 * Decode a token. A signature may be spelt in several ways, what it signs may not.
	 */
	private static void decode(String token) {
		try {
			assertThat(DECODER.decode(token).getSubject()).isEqualTo("pairwise");
			assertThat(token.strip()).startsWith(PARTS[0] + "." + PARTS[1] + ".");
		}
		catch (JwtException ex) {
			assertThat(token).isNotEqualTo(GOOD);
		}
	}

	/**
	 * Check any claims that the tenant's key signed: whoever they sign in has an identity
	 * and a name.
	 */
	static void claims(byte[] payload) {
		Jwt token;
		try {
			token = DECODER.decode(signed(payload, KEY));
		}
		catch (JwtException ex) {
			assertThat(payload).isNotEqualTo(CLAIMS.getBytes(StandardCharsets.UTF_8));
			return;
		}
		Analyst analyst = new Analyst(
				new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), token.getClaims()));
		assertThat(analyst.tenantId()).isEqualToIgnoringCase(TENANT);
		assertThat(analyst.objectId()).isNotBlank();
		assertThat(analyst.getName()).isEqualTo(analyst.tenantId() + ":" + analyst.objectId());
		assertThat(analyst.displayName()).isNotNull();
		assertThat(String.valueOf(analyst)).doesNotContain("pairwise");
	}

	/**
	 * Return whether this is the address of the tenant's keys: nothing in a token leads
	 * elsewhere.
	 */
	static boolean isTenant(String host, int port) {
		URI keys = URI.create(String.valueOf(REGISTRATION.getProviderDetails().getJwkSetUri()));
		return port == keys.getPort() && (host.equals(keys.getHost()) || "localhost".equals(host));
	}

	private static String signed(byte[] payload, RSAKey key) {
		try {
			JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build();
			JWSObject token = new JWSObject(header, new Payload(payload));
			token.sign(new RSASSASigner(key.toRSAPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * Create a key, the same in every run. It is a short one, because thousands of tokens
	 * are signed with it, and nothing here tries to guess it.
	 */
	private static RSAKey key(long seed) {
		try {
			SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
			random.setSeed(seed);
			return new RSAKeyGenerator(1024, true).keyID("1").secureRandom(random).generate();
		}
		catch (GeneralSecurityException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static URI serveKeys() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				byte[] keys = KEYS.getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, keys.length);
				exchange.getResponseBody().write(keys);
				exchange.close();
			});
			server.start();
			return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
