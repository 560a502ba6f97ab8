package io.watchfloor.sandbox.entra;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * A certificate that signs itself, with its private key, made afresh by each process. It
 * is written as ASN.1 by hand, because the JDK has no public API that makes certificates.
 *
 * @param certificate the certificate
 * @param privateKey its key
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.1">RFC 5280 section
 * 4.1</a>
 */
public record ClientCertificate(X509Certificate certificate, PrivateKey privateKey) {

	private static final int SEQUENCE = 0x30;

	private static final int SET = 0x31;

	private static final int INTEGER = 0x02;

	private static final int BIT_STRING = 0x03;

	private static final int UTF8_STRING = 0x0c;

	private static final int UTC_TIME = 0x17;

	private static final int OBJECT_ID = 0x06;

	/** Object id 1.2.840.113549.1.1.11, RSA with SHA-256, and its empty parameters. */
	private static final byte[] SHA256_WITH_RSA = Base64.getDecoder().decode("BgkqhkiG9w0BAQsFAA==");

	/** Object id 2.5.4.3, the common name. */
	private static final byte[] COMMON_NAME = { 0x55, 0x04, 0x03 };

	static ClientCertificate create(String name) {
		return create(name, Instant.now().plus(Duration.ofDays(365)));
	}

	/**
	 * Make a certificate.
	 * @param name its common name
	 * @param end when it ends
	 */
	public static ClientCertificate create(String name, Instant end) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair keys = generator.generateKeyPair();
			byte[] algorithm = der(SEQUENCE, SHA256_WITH_RSA);
			byte[] content = content(name, end, keys, algorithm);
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(keys.getPrivate());
			signature.update(content);
			byte[] encoded = der(SEQUENCE, content, algorithm, der(BIT_STRING, new byte[1], signature.sign()));
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(encoded));
			return new ClientCertificate(certificate, keys.getPrivate());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("No certificate could be made", ex);
		}
	}

	private static byte[] content(String name, Instant end, KeyPair keys, byte[] algorithm) {
		byte[] commonName = der(SEQUENCE, der(OBJECT_ID, COMMON_NAME),
				der(UTF8_STRING, name.getBytes(StandardCharsets.UTF_8)));
		byte[] distinguishedName = der(SEQUENCE, der(SET, commonName));
		Instant now = Instant.now();
		byte[] validity = der(SEQUENCE, time(now.minus(Duration.ofDays(1))), time(end));
		byte[] serial = der(INTEGER, BigInteger.valueOf(now.toEpochMilli()).toByteArray());
		return der(SEQUENCE, serial, algorithm, distinguishedName, validity, distinguishedName,
				keys.getPublic().getEncoded());
	}

	private static byte[] time(Instant instant) {
		String text = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC).format(instant);
		return der(UTC_TIME, text.getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] der(int tag, byte[]... parts) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			body.writeBytes(part);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(tag);
		int length = body.size();
		if (length > 255) {
			out.write(0x82);
			out.write(length >> 8);
		}
		else if (length > 127) {
			out.write(0x81);
		}
		out.write(length & 0xff);
		out.writeBytes(body.toByteArray());
		return out.toByteArray();
	}

	/**
	 * The thumbprint as {@code x5t#S256} has it.
	 */
	public String thumbprint() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.certificate.getEncoded());
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Write certificate and private key, unencrypted, as PEM.
	 * @param file where to
	 * @throws IOException if the file cannot be written
	 */
	public void writeTo(Path file) throws IOException {
		try {
			Files.writeString(file, pem("CERTIFICATE", this.certificate.getEncoded())
					+ pem("PRIVATE KEY", this.privateKey.getEncoded()));
		}
		catch (GeneralSecurityException ex) {
			throw new IOException(ex);
		}
	}

	private static String pem(String label, byte[] content) {
		String text = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
		return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
	}

}
