package io.watchfloor.sandbox.entra;

import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Checks client assertions as Entra's documentation describes them.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials">Certificate
 * credentials</a>
 */
final class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final EntraTenant tenant;

	private final Set<String> usedIds = ConcurrentHashMap.newKeySet();

	ClientAssertions(EntraTenant tenant) {
		this.tenant = tenant;
	}

	@Override
	public JwtDecoder createDecoder(RegisteredClient client) {
		return (assertion) -> check(assertion, client.getClientId());
	}

	private Jwt check(String assertion, String clientId) {
		try {
			SignedJWT jwt = SignedJWT.parse(assertion);
			checkSignature(jwt);
			JWTClaimsSet claims = jwt.getJWTClaimsSet();
			checkTimes(claims);
			checkClaims(claims, clientId);
			return Jwt.withTokenValue(assertion)
				.headers((headers) -> headers.putAll(jwt.getHeader().toJSONObject()))
				.subject(clientId)
				.build();
		}
		catch (ParseException | JOSEException ex) {
			throw new EntraRefusal(EntraError.ASSERTION_CLAIM, "The assertion is malformed");
		}
	}

	private void checkSignature(SignedJWT jwt) throws JOSEException {
		JWSHeader header = jwt.getHeader();
		require(JWSAlgorithm.PS256.equals(header.getAlgorithm()), EntraError.ASSERTION_SIGNATURE,
				"The algorithm must be PS256");
		require(JOSEObjectType.JWT.equals(header.getType()), EntraError.ASSERTION_SIGNATURE, "The type must be JWT");
		require(header.getX509CertSHA256Thumbprint() != null
				&& this.tenant.certificate().thumbprint().equals(header.getX509CertSHA256Thumbprint().toString()),
				EntraError.ASSERTION_SIGNATURE, "The thumbprint is not registered");
		RSAPublicKey key = (RSAPublicKey) this.tenant.certificate().certificate().getPublicKey();
		require(jwt.verify(new RSASSAVerifier(key)), EntraError.ASSERTION_SIGNATURE, "The signature is wrong");
	}

	private static void checkTimes(JWTClaimsSet claims) {
		Instant now = Instant.now();
		Instant expiry = instant(claims.getExpirationTime());
		require(expiry.isAfter(now) && !expiry.isAfter(now.plus(LONGEST)), EntraError.ASSERTION_TIME, "exp");
		require(!instant(claims.getNotBeforeTime()).isAfter(now), EntraError.ASSERTION_TIME, "nbf");
		require(!instant(claims.getIssueTime()).isAfter(now), EntraError.ASSERTION_TIME, "iat");
	}

	private void checkClaims(JWTClaimsSet claims, String clientId) {
		require(List.of(this.tenant.at(EntraTenant.TOKEN)).equals(claims.getAudience()), EntraError.ASSERTION_CLAIM,
				"aud must be the token endpoint");
		require(clientId.equals(claims.getIssuer()), EntraError.ASSERTION_CLAIM, "iss must be the client id");
		require(clientId.equals(claims.getSubject()), EntraError.ASSERTION_CLAIM, "sub must be the client id");
		require(claims.getJWTID() != null && this.usedIds.add(claims.getJWTID()), EntraError.ASSERTION_CLAIM,
				"jti must be there, and new");
	}

	private static Instant instant(@Nullable Date date) {
		if (date == null) {
			throw new EntraRefusal(EntraError.ASSERTION_CLAIM, "exp, nbf and iat must be there");
		}
		return date.toInstant();
	}

	private static void require(boolean condition, EntraError error, String detail) {
		if (!condition) {
			throw new EntraRefusal(error, detail);
		}
	}

}
