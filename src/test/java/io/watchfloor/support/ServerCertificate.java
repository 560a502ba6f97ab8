package io.watchfloor.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost} that signs itself, made by the JDK's own
 * {@code keytool}.
 *
 * @param file the key store, of type PKCS #12
 */
public record ServerCertificate(Path file) {

	private static final String PASSWORD = "changeit";

	/**
	 * Make one.
	 * @param directory where its key store goes
	 */
	public static ServerCertificate in(Path directory) {
		Path file = directory.resolve("server.p12");
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2",
				"-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12", "-keystore",
				file.toString(), "-storepass", PASSWORD);
		try {
			Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(keytool.getInputStream().readAllBytes());
			if (keytool.waitFor() != 0) {
				throw new AssertionError(said);
			}
			return new ServerCertificate(file);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/**
	 * What a server needs to have it, as on the command line.
	 */
	public String[] settings() {
		return new String[] { "--server.ssl.key-store=" + this.file, "--server.ssl.key-store-type=PKCS12",
				"--server.ssl.key-store-password=" + PASSWORD };
	}

	/**
	 * What a client needs to trust it, and nobody else.
	 */
	public SSLContext trust() {
		try (InputStream in = Files.newInputStream(this.file)) {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(in, PASSWORD.toCharArray());
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			trusted.setCertificateEntry("server", store.getCertificate("server"));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(trusted);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return context;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new AssertionError(ex);
		}
	}

}
