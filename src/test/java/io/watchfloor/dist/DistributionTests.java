package io.watchfloor.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxOptions;
import io.watchfloor.support.IntegrationTest;
import io.watchfloor.support.RunningWatchfloor;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.WatchfloorProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * What people install starts as they would start it, and leaves nothing behind where it
 * lies: the image by the commands of its Dockerfile, the Debian package by its unit.
 * Neither Docker nor systemd is needed for that.
 */
@IntegrationTest
@Timeout(600)
class DistributionTests {

	private static final Path PROJECT = Path.of("").toAbsolutePath();

	/**
	 * Neither process lives long enough for the second compiler.
	 */
	private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1 ";

	private static final Path DIST = PROJECT.resolve("src/dist");

	private static final String UNIT = "usr/lib/systemd/system/watchfloor.service";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	private int port;

	@BeforeEach
	void choosePort() throws IOException {
		this.port = WatchfloorProcess.freePort();
	}

	@Test
	void theDockerfilesCommandsMakeAnImageThatStartsFromItsArchiveAndIsNeverWrittenTo() throws Exception {
		built("watchfloor-*.jar");
		Map<String, String> environment = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH",
				System.getProperty("java.home") + "/bin:/usr/bin:/bin"));
		Dockerfile dockerfile = new Dockerfile(PROJECT, this.folder, environment);
		Path image = dockerfile.run(DIST.resolve("Dockerfile"));
		TreeSet<String> before = files(image);
		assertThat(Integer.parseInt(dockerfile.setting("USER").split(":")[0])).isGreaterThanOrEqualTo(10_000);

		environment.putAll(settings());
		// Does not start at all when the archive does not fit
		environment.put("JAVA_OPTIONS", SHORT_LIFE + "-Xshare:on -Djava.io.tmpdir=" + temporaryFiles());
		try (Started watchfloor = Started.start(dockerfile.commandLine("ENTRYPOINT"), image, environment)) {
			watchfloor.awaitReadiness(this.port);
			Started.run(dockerfile.commandLine("HEALTHCHECK"), image, environment);
			assertThat(watchfloor.stop()).isEqualTo(143);
			assertThat(watchfloor.output()).doesNotContain("[warning]");
		}
		assertThat(files(image)).isEqualTo(before);
	}

	@Test
	void theDebianPackageStartsAsItsUnitSays() throws Exception {
		Path root = unpack();
		UnitFile unit = UnitFile.read(root, UNIT);
		assertThat(unit.value("ExecStartPre")).isEqualTo("-" + unit.value("ExecStart") + " archive");
		assertThat(mode(root, "etc/watchfloor/watchfloor.env")).isEqualTo("rw-r-----");
		assertThat(mode(root, "etc/watchfloor/credentials")).isEqualTo("rwx------");

		Path settings = root.resolve("etc/watchfloor/watchfloor.env");
		Files.writeString(settings, filledIn(Files.readString(settings), unit));
		TreeSet<String> before = files(root);
		try (Started watchfloor = Started.start(unit.commandLine("ExecStart"), root, unit.environment())) {
			watchfloor.awaitReadiness(this.port);
			assertThat(new Visitor("http://localhost:" + this.port).open("/").status()).isEqualTo(200);
			assertThat(watchfloor.stop()).isEqualTo(Integer.parseInt(unit.value("SuccessExitStatus")));
		}
		assertThat(files(root)).isEqualTo(before);
	}

	@Test
	void theDebianPackageSaysWhatIsMissingUntilItIsConfigured() throws Exception {
		Path root = unpack();
		UnitFile unit = UnitFile.read(root, UNIT);
		try (Started watchfloor = Started.start(unit.commandLine("ExecStart"), root, unit.environment())) {
			assertThat(watchfloor.end()).isEqualTo(Integer.parseInt(unit.value("RestartPreventExitStatus")));
			assertThat(watchfloor.output()).contains("AZURE_TENANT_ID is not set");
		}
	}

	@Test
	void theUnitIsUnderstoodAndExposesLittle() throws Exception {
		Path root = unpack();
		needs(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")),
				"systemd-analyze is not installed (Debian: systemd)");
		String unit = UnitFile.read(root, UNIT).copyHere(this.folder).toString();
		Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin");
		assertThat(Started.run(List.of("systemd-analyze", "verify", unit), root, environment)).isEmpty();
		// From 0, safe, to 10: 1.7 as it is, since Java writes the code that it runs and
		// a server listens
		Started.run(List.of("systemd-analyze", "security", "--offline=true", "--threshold=20", unit), root,
				environment);
	}

	/**
	 * The user of Redis that the template describes may do what sessions need, and nobody
	 * else anything.
	 */
	@Test
	void redisAsConfiguredHoldsASessionOfOneUser() throws Exception {
		needs(Files.isExecutable(Path.of("/usr/bin/redis-server")), "redis-server is not installed");
		Path configuration = Files.writeString(this.folder.resolve("redis.conf"),
				Files.readString(DIST.resolve("redis.conf.template")).replace("${REDIS_PASSWORD}", "of-the-test"));
		Path key = Files.writeString(this.folder.resolve("session-key"),
				Base64.getEncoder().encodeToString(new byte[32]));
		try (Started redis = Started.start(List.of("/usr/bin/redis-server", configuration.toString(), "--port",
				String.valueOf(this.port), "--bind", "127.0.0.1"), this.folder, Map.of());
				Sandbox sandbox = Sandbox.start(SandboxOptions.forTests())) {
			Map<String, String> settings = new HashMap<>(sandbox.settings());
			settings.put("WATCHFLOOR_REDIS_URL", "redis://watchfloor:of-the-test@127.0.0.1:" + this.port);
			settings.put("WATCHFLOOR_SESSION_KEY_FILE", key.toString());
			try (RunningWatchfloor watchfloor = RunningWatchfloor.with(settings)) {
				sandbox.registerRedirect(watchfloor.origin() + "/login/oauth2/code/entra");
				assertThat(watchfloor.visitor().signIn(SandboxAccount.LEAD, "/token").status()).isEqualTo(200);
			}
			assertThat(anonymousAnswer()).startsWith("-NOAUTH");
			assertThat(redis.stop()).isZero();
		}
	}

	private @Nullable String anonymousAnswer() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream().write("DBSIZE\r\n".getBytes(StandardCharsets.US_ASCII));
			return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
				.readLine();
		}
	}

	/**
	 * For one machine and for several.
	 */
	@Test
	void nginxTakesItsTemplate() throws Exception {
		needs(Files.isExecutable(Path.of("/usr/sbin/nginx")) && Files.isExecutable(Path.of("/usr/bin/openssl")),
				"nginx's template needs the packages nginx-light and openssl");
		Map<String, String> environment = Map.of("PATH", "/usr/sbin:/usr/bin:/bin");
		Started.run(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
				"-keyout", "tls.key", "-out", "tls.crt"), this.folder, environment);
		for (String servers : List.of("server 127.0.0.1:8080;", "server 127.0.0.1:8080; server 127.0.0.1:8081;")) {
			String sites = Files.readString(DIST.resolve("nginx.conf.template"))
				.replace("${WATCHFLOOR_HOST}", "watchfloor.contoso.com")
				.replace("${WATCHFLOOR_SERVERS}", servers)
				.replace("${WATCHFLOOR_TLS}", this.folder.toString())
				.replace("listen 80;", "listen 127.0.0.2:" + this.port + ";")
				.replace("listen 443 ", "listen 127.0.0.1:" + this.port + " ");
			Path file = Files.writeString(this.folder.resolve("nginx.conf"),
					"error_log stderr; pid " + this.folder.resolve("nginx.pid") + "; events {} http {" + sites + "}");
			Started.run(List.of("nginx", "-t", "-q", "-c", file.toString()), this.folder, environment);
		}
	}

	private String filledIn(String settings, UnitFile unit) throws IOException {
		Files.writeString(unit.root().resolve("etc/watchfloor/credentials/client-secret"), "the-secret\n");
		String filled = settings.replace("#AZURE_CLIENT_SECRET_PATH=", "AZURE_CLIENT_SECRET_PATH=")
			.replaceAll("#(SERVER_[A-Z_]+=)", "$1")
			.replace("/run/credentials/watchfloor.service", unit.loadCredentials().toString());
		for (Map.Entry<String, String> setting : settings().entrySet()) {
			filled = filled.replaceFirst("(?m)^" + setting.getKey() + "=.*",
					setting.getKey() + "=" + setting.getValue());
		}
		return filled + "JAVA_HOME=" + System.getProperty("java.home") + "\nJAVA_OPTIONS=" + SHORT_LIFE
				+ "-Djava.io.tmpdir=" + temporaryFiles() + "\n";
	}

	private Map<String, String> settings() {
		return Map.of("AZURE_TENANT_ID", "0a1b2c3d-0000-4000-8000-00000000000a", "AZURE_CLIENT_ID", "client",
				"SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", String.valueOf(this.port));
	}

	private Path temporaryFiles() throws IOException {
		return Files.createDirectories(this.folder.resolve("tmp"));
	}

	private Path unpack() throws IOException, InterruptedException {
		needs(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "dpkg-deb is not installed: this is no Debian");
		Path root = this.folder.resolve("root");
		Started.run(List.of("dpkg-deb", "-x", built("watchfloor_*.deb").toString(), root.toString()), this.folder,
				Map.of("PATH", "/usr/bin:/bin"));
		return root;
	}

	private static Path built(String pattern) throws IOException {
		try (var files = Files.newDirectoryStream(PROJECT.resolve("target"), pattern)) {
			for (Path file : files) {
				return file;
			}
		}
		needs(false, "There is no target/" + pattern + ", which ./mvnw -Pdist verify builds");
		throw new IllegalStateException(pattern);
	}

	private static void needs(boolean there, String missing) {
		if (!there) {
			if (System.getenv("CI") != null) {
				fail(missing);
			}
			System.err.println("\n*** NOT TESTED *** " + missing + "\n");
			Assumptions.abort(missing);
		}
	}

	private static String mode(Path root, String path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
	}

	private static TreeSet<String> files(Path folder) throws IOException {
		TreeSet<String> files = new TreeSet<>();
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path file : all.toList()) {
				files.add(file + " " + Files.getLastModifiedTime(file));
			}
		}
		return files;
	}

}
