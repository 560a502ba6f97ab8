package io.watchfloor.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RedisServer;
import io.watchfloor.support.SlowProxy;
import io.watchfloor.support.WatchfloorProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@IntegrationTest
@Timeout(120)
class RedisConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
		.withUserConfiguration(Settings.class, RedisConfiguration.class);

	@Test
	@SuppressWarnings("try")
	void trustsTheCertificateAuthorityOfTheBundleAndNoOtherServerOfIt(@TempDir Path folder) throws Exception {
		openssl(folder, "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=ca -keyout ca.key -out ca.pem");
		openssl(folder, "req -x509 -CA ca.pem -CAkey ca.key -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
				+ " -addext subjectAltName=DNS:localhost -keyout server.key -out server.pem");
		int port = WatchfloorProcess.freePort();
		try (RedisServer redis = RedisServer.start("--tls-port", String.valueOf(port), "--tls-auth-clients", "no",
				"--tls-cert-file", folder.resolve("server.pem").toString(), "--tls-key-file",
				folder.resolve("server.key").toString(), "--tls-ca-cert-file", folder.resolve("ca.pem").toString())) {
			String bundle = "spring.ssl.bundle.pem.redis.truststore.certificate=" + folder.resolve("ca.pem");
			String url = "watchfloor.redis.url=rediss://localhost:" + port;
			this.runner.withPropertyValues(url, bundle)
				.run((context) -> await().atMost(Duration.ofSeconds(30))
					.until(() -> pings(context.getBean(RedisConnectionFactory.class), 1).contains("PONG")));
			this.runner.withPropertyValues(url)
				.run((context) -> assertRefused(context.getBean(RedisConnectionFactory.class)));
			this.runner.withPropertyValues(url.replace("localhost", "127.0.0.1"), bundle)
				.run((context) -> assertRefused(context.getBean(RedisConnectionFactory.class)));
		}
	}

	private static void assertRefused(RedisConnectionFactory redis) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThatExceptionOfType(RedisConnectionFailureException.class).isThrownBy(() -> ping(redis))
						.havingRootCause()
						.withMessageMatching(".*(certification path|subject alternative).*"));
	}

	private static String ping(RedisConnectionFactory redis) {
		try (RedisConnection connection = redis.getConnection()) {
			return String.valueOf(connection.ping());
		}
	}

	private static void openssl(Path folder, String arguments) throws IOException, InterruptedException {
		Process openssl = new ProcessBuilder(("openssl " + arguments).split(" ")).directory(folder.toFile())
			.redirectErrorStream(true)
			.start();
		String said = new String(openssl.getInputStream().readAllBytes());
		assertThat(openssl.waitFor()).as(said).isZero();
	}

	@Test
	void nobodyWaitsForTheVainAttemptsOfOthers() throws Exception {
		try (RedisServer redis = RedisServer.start(); SlowProxy proxy = SlowProxy.to(redis.port())) {
			proxy.holdAt("HELLO");
			this.runner.withPropertyValues("watchfloor.redis.url=redis://localhost:" + proxy.port()).run((context) -> {
				RedisConnectionFactory factory = context.getBean(RedisConnectionFactory.class);
				await().atMost(Duration.ofSeconds(30)).until(proxy::holds);
				Instant began = Instant.now();
				assertThat(pings(factory, 10)).containsOnly("failed");
				assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(2));
				proxy.release();
				await().atMost(Duration.ofSeconds(30)).until(() -> pings(factory, 1).contains("PONG"));
				proxy.holdAt("PING");
				began = Instant.now();
				for (int i = 0; i < 10; i++) {
					assertThat(pings(factory, 1)).containsOnly("failed");
				}
				assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(2));
			});
		}
	}

	private static List<String> pings(RedisConnectionFactory redis, int atOnce) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(atOnce);
		try {
			Callable<String> ping = () -> {
				try {
					return ping(redis);
				}
				catch (DataAccessException ex) {
					return "failed";
				}
			};
			List<Future<String>> answers = people.invokeAll(Collections.nCopies(atOnce, ping));
			return answers.stream().map(RedisConfigurationTests::get).toList();
		}
		finally {
			people.shutdownNow();
		}
	}

	private static String get(Future<String> answer) {
		try {
			return answer.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	@EnableConfigurationProperties(RedisSettings.class)
	static class Settings {

	}

}
