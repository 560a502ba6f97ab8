package io.watchfloor.signin.credential;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.pem.PemContent;

/**
 * The certificate with which a confidential client authenticates instead of a secret.
 *
 * @param key certificate and private key as the key that signs client assertions: PS256,
 * identified by the certificate's SHA-256 thumbprint
 * @param end when the certificate ends
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials">Microsoft
 * identity platform application authentication certificate credentials</a>
 */
record ClientCertificate(JWK key, Instant end) {

	private static final String SETTING = "AZURE_CLIENT_CERTIFICATE_PATH ";

	/**
	 * Load certificate and private key.
	 * @param path a PEM file holding both
	 * @return the certificate
	 * @throws IllegalArgumentException if the file cannot be used, with the reason
	 */
	static ClientCertificate load(Path path) {
		PemContent pem = read(path);
		List<X509Certificate> certificates = certificates(pem);
		PrivateKey privateKey = privateKey(pem);
		if (certificates.isEmpty() || privateKey == null) {
			throw problem("must be a PEM file with the certificate and its unencrypted private key (PKCS #8)");
		}
		X509Certificate certificate = certificates.get(0);
		if (!(certificate.getPublicKey() instanceof RSAPublicKey publicKey)) {
			throw problem("holds a certificate without an RSA key; Entra ID takes RSA");
		}
		try {
			certificate.checkValidity();
			if (!belongTogether(publicKey, privateKey)) {
				throw problem("holds a private key that is not the certificate's");
			}
			byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
			JWK key = new RSAKey.Builder(publicKey).privateKey(privateKey)
				.algorithm(JWSAlgorithm.PS256)
				.x509CertSHA256Thumbprint(Base64URL.encode(thumbprint))
				.build();
			return new ClientCertificate(key, certificate.getNotAfter().toInstant());
		}
		catch (CertificateException ex) {
			throw problem("holds a certificate that is expired or not yet valid (" + certificate.getNotBefore() + " to "
					+ certificate.getNotAfter() + ")");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PemContent read(Path path) {
		try {
			return PemContent.load(path);
		}
		catch (IOException ex) {
			throw problem("names a file that cannot be read: " + path);
		}
	}

	private static List<X509Certificate> certificates(PemContent pem) {
		try {
			return pem.getCertificates();
		}
		catch (RuntimeException ex) {
			return List.of();
		}
	}

	private static @Nullable PrivateKey privateKey(PemContent pem) {
		try {
			return pem.getPrivateKey();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private static boolean belongTogether(RSAPublicKey publicKey, PrivateKey privateKey) {
		try {
			byte[] probe = publicKey.getEncoded();
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(privateKey);
			signature.update(probe);
			byte[] signed = signature.sign();
			signature.initVerify(publicKey);
			signature.update(probe);
			return signature.verify(signed);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private static IllegalArgumentException problem(String problem) {
		return new IllegalArgumentException(SETTING + problem);
	}

	/**
	 * Return the end and no key: logs print objects.
	 */
	@Override
	public String toString() {
		return "ClientCertificate[end=" + this.end + "]";
	}

}
