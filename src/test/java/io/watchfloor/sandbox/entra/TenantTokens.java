package io.watchfloor.sandbox.entra;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Makes Entra's tokens, and on demand ones that no client may accept.
 */
final class TenantTokens implements OAuth2TokenGenerator<OAuth2Token> {

	private static final Duration REFRESH_TOKEN_LIFETIME = Duration.ofDays(90);

	private final SigningKeys keys;

	private final EntraControls controls;

	private final JwtGenerator readable;

	TenantTokens(SigningKeys keys, EntraControls controls, TokenClaims claims) {
		this.keys = keys;
		this.controls = controls;
		this.readable = new JwtGenerator(new NimbusJwtEncoder(keys));
		this.readable.setJwtCustomizer(claims);
	}

	@Override
	public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
		if (OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
			return refreshToken(context);
		}
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			return this.controls.opaque() ? opaque(context) : this.readable.generate(context);
		}
		Jwt token = this.readable.generate(context);
		return (token != null) ? forged(token) : null;
	}

	private @Nullable OAuth2Token refreshToken(OAuth2TokenContext context) {
		OAuth2Authorization authorization = Objects.requireNonNull(context.getAuthorization());
		if (!authorization.getAuthorizedScopes().contains("offline_access")) {
			return null;
		}
		Instant now = Instant.now();
		return new OAuth2RefreshToken("1.A" + UUID.randomUUID() + UUID.randomUUID(), now,
				now.plus(REFRESH_TOKEN_LIFETIME));
	}

	private OAuth2Token opaque(OAuth2TokenContext context) {
		Instant now = Instant.now();
		return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "Ew" + UUID.randomUUID() + UUID.randomUUID(),
				now, now.plus(this.controls.nextAccessTokenLifetime()), context.getAuthorizedScopes());
	}

	private Jwt forged(Jwt token) {
		try {
			String value = token.getTokenValue();
			JWTClaimsSet claims = SignedJWT.parse(value).getJWTClaimsSet();
			return switch (this.controls.idTokenFault()) {
				case UNSIGNED -> with(token, new PlainJWT(claims).serialize());
				case PUBLIC_KEY_AS_SECRET -> with(token, signedWithPublicKey(claims));
				case NO_SIGNATURE -> with(token, value.substring(0, value.lastIndexOf('.') + 1));
				case CHANGED -> with(token, changed(value, claims));
				case UNKNOWN_KEY -> with(token, signed(claims, SigningKeys.create(), null));
				case OTHER_KEY -> with(token, signed(claims, SigningKeys.create(), this.keys.current().getKeyID()));
				case OWN_KEY -> with(token, signedWithKeyInside(claims));
				case NO_TOKEN -> with(token, "none");
				default -> token;
			};
		}
		catch (ParseException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String signedWithPublicKey(JWTClaimsSet claims) throws JOSEException {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(this.keys.current().getKeyID()).build();
		SignedJWT jwt = new SignedJWT(header, claims);
		jwt.sign(new MACSigner(this.keys.current().toRSAPublicKey().getEncoded()));
		return jwt.serialize();
	}

	private static String changed(String value, JWTClaimsSet claims) {
		String[] parts = value.split("\\.");
		JWTClaimsSet other = new JWTClaimsSet.Builder(claims).claim("oid", UUID.randomUUID().toString()).build();
		return parts[0] + '.' + other.toPayload().toBase64URL() + '.' + parts[2];
	}

	private static String signed(JWTClaimsSet claims, RSAKey key, @Nullable String keyId) throws JOSEException {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID((keyId != null) ? keyId : key.getKeyID())
			.build();
		SignedJWT jwt = new SignedJWT(header, claims);
		jwt.sign(new RSASSASigner(key));
		return jwt.serialize();
	}

	private static String signedWithKeyInside(JWTClaimsSet claims) throws JOSEException {
		RSAKey key = SigningKeys.create();
		SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(key.toPublicJWK()).build(), claims);
		jwt.sign(new RSASSASigner(key));
		return jwt.serialize();
	}

	private static Jwt with(Jwt token, String value) {
		return Jwt.withTokenValue(value)
			.headers((headers) -> headers.putAll(token.getHeaders()))
			.claims((claims) -> claims.putAll(token.getClaims()))
			.build();
	}

}
