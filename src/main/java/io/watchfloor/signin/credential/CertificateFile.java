package io.watchfloor.signin.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the client certificate, which is read again when it changes: a new
 * certificate needs no restart. A new one that cannot be used is logged, and the one
 * before stays in use.
 */
public final class CertificateFile {

	private static final Logger logger = LoggerFactory.getLogger(CertificateFile.class);

	/**
	 * How long before its end the certificate is warned of, once a day.
	 */
	private static final Duration WARNING = Duration.ofDays(30);

	private static final Duration DAY = Duration.ofDays(1);

	private final WatchedFile file;

	private final Clock clock;

	private ClientCertificate certificate;

	private @Nullable FileVersion read;

	private @Nullable FileVersion refused;

	private Instant nextWarning = Instant.MIN;

	/**
	 * Read the certificate for the first time.
	 * @param path a PEM file with certificate and unencrypted private key
	 * @param clock the clock
	 * @throws IllegalArgumentException if the file cannot be used, with the reason
	 */
	public CertificateFile(Path path, Clock clock) {
		this.clock = clock;
		this.read = FileVersion.of(path);
		this.certificate = ClientCertificate.load(path);
		this.file = new WatchedFile(path, clock);
		warn(clock.instant());
	}

	/**
	 * Return why a file cannot be used.
	 * @param path a PEM file
	 * @return the problem, or nothing if the file can be used
	 */
	public static List<String> problems(Path path) {
		try {
			ClientCertificate.load(path);
			return List.of();
		}
		catch (IllegalArgumentException ex) {
			return List.of(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Return the key that signs client assertions.
	 * @return the key of the newest certificate that can be used
	 */
	public synchronized JWK key() {
		Instant now = this.clock.instant();
		look();
		warn(now);
		return this.certificate.key();
	}

	/**
	 * Return when the certificate ends.
	 */
	public synchronized Instant end() {
		return this.certificate.end();
	}

	private void look() {
		FileVersion version = this.file.look();
		if (version == null || version.equals(this.read)) {
			return;
		}
		try {
			this.certificate = ClientCertificate.load(this.file.path());
			this.read = version;
			this.nextWarning = Instant.MIN;
			logger.info("The client certificate was read again; it ends on {}", this.certificate.end());
		}
		catch (IllegalArgumentException ex) {
			if (!version.equals(this.refused)) {
				logger.warn("The client certificate before stays in use: {}", ex.getMessage());
			}
			this.refused = version;
		}
	}

	private void warn(Instant now) {
		Instant end = this.certificate.end();
		if (now.isBefore(end.minus(WARNING)) || now.isBefore(this.nextWarning)) {
			return;
		}
		this.nextWarning = now.plus(DAY);
		logger.warn(
				"The client certificate {} on {}. Upload a new one to the app registration, "
						+ "then replace the file of AZURE_CLIENT_CERTIFICATE_PATH",
				now.isBefore(end) ? "ends" : "ended", end);
	}

}
