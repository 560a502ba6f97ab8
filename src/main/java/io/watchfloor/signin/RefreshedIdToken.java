package io.watchfloor.signin;

import java.text.ParseException;
import java.util.Objects;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Checks the ID token that comes with refreshed tokens: it must be the same analyst's,
 * from the same tenant and for this application. Its signature is not checked, since it
 * comes from the token endpoint itself, over TLS (OpenID Connect Core 1.0, section
 * 3.1.3.7).
 *
 * @see <a href=
 * "https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokenResponse">OpenID
 * Connect Core 1.0, section 12.2</a>
 */
final class RefreshedIdToken {

	private RefreshedIdToken() {
	}

	/**
	 * Return a response whose ID token, if it has one, is the analyst's.
	 * @param response the answer of the token endpoint
	 * @param registration the client registration
	 * @param analyst whose tokens are refreshed
	 * @return the same response
	 * @throws OAuth2AuthorizationException if the ID token is another's
	 */
	static OAuth2AccessTokenResponse requireSame(OAuth2AccessTokenResponse response, ClientRegistration registration,
			@Nullable Authentication analyst) {
		Object token = response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
		if (token != null && !isSame(token, registration, Analyst.of(analyst))) {
			throw new OAuth2AuthorizationException(new OAuth2Error("invalid_id_token",
					"The refreshed ID token is of another subject, issuer or audience", null));
		}
		return response;
	}

	private static boolean isSame(Object token, ClientRegistration registration, @Nullable Analyst analyst) {
		try {
			JWTClaimsSet claims = JWTParser.parse(String.valueOf(token)).getJWTClaimsSet();
			return analyst != null && Objects.equals(analyst.getSubject(), claims.getSubject())
					&& claims.getAudience().contains(registration.getClientId())
					&& Objects.equals(registration.getProviderDetails().getIssuerUri(), claims.getIssuer());
		}
		catch (ParseException ex) {
			return false;
		}
	}

}
