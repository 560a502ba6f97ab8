package io.watchfloor.signin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.http.RequestFactories;
import io.watchfloor.http.ResponseSizeInterceptor;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestTemplate;

/**
 * Creates the decoder that validates ID tokens, once per registration, so that the
 * tenant's keys are cached: Spring's own factory would fetch them again for every
 * sign-in. The decoder fetches them again for a key that it does not know, so a key
 * rollover goes unnoticed.
 */
final class IdTokenDecoderFactory implements JwtDecoderFactory<ClientRegistration> {

	/** The tolerance of Microsoft's own libraries for clocks that differ. */
	private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

	private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

	private final String tenantId;

	private final Duration timeout;

	private final EntraHealth health;

	IdTokenDecoderFactory(String tenantId, Duration timeout, EntraHealth health) {
		this.tenantId = tenantId;
		this.timeout = timeout;
		this.health = health;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration registration) {
		return this.decoders.computeIfAbsent(registration.getRegistrationId(), (id) -> decoder(registration));
	}

	private JwtDecoder decoder(ClientRegistration registration) {
		String keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
		RestTemplate http = new RestTemplate(RequestFactories.create(this.timeout, this.timeout));
		http.setInterceptors(List.of(this.health, new ResponseSizeInterceptor()));
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.restOperations(http)
			.build();
		OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
		validator.setClockSkew(CLOCK_SKEW);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				List.of(validator, new JwtTimestampValidator(CLOCK_SKEW), tenantValidator())));
		decoder
			.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		return (token) -> decode(decoder, token);
	}

	/**
	 * Decode a token. Spring's validators read claims by type and do not catch what that
	 * throws.
	 */
	private static Jwt decode(JwtDecoder decoder, String token) {
		try {
			return decoder.decode(token);
		}
		catch (IllegalArgumentException ex) {
			throw new BadJwtException("The ID token has a claim of the wrong type", ex);
		}
	}

	/**
	 * Create a validator of tenant and object id: a token without them identifies nobody.
	 */
	private OAuth2TokenValidator<Jwt> tenantValidator() {
		return (token) -> {
			if (this.tenantId.equalsIgnoreCase(claim(token, "tid")) && StringUtils.hasText(claim(token, "oid"))) {
				return OAuth2TokenValidatorResult.success();
			}
			return OAuth2TokenValidatorResult.failure(
					new OAuth2Error("invalid_id_token", "The ID token is of another tenant or lacks tid or oid", null));
		};
	}

	private static String claim(ClaimAccessor token, String name) {
		String value = token.getClaimAsString(name);
		return (value != null) ? value : "";
	}

}
