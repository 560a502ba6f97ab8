package io.watchfloor.signin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.signin.api.ApiAccess;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * Creates the client registration for Entra ID. The endpoints are built from the settings
 * rather than discovered, so that Watchfloor starts without Entra, and the issuer names
 * the tenant.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow">Microsoft
 * identity platform and OAuth 2.0 authorization code flow</a>
 */
final class EntraClientRegistration {

	/**
	 * The id of the only client registration, and the last segment of the redirect URI.
	 */
	static final String ID = "entra";

	/**
	 * The path of the redirect URI to register.
	 */
	static final String REDIRECT_PATH = "/login/oauth2/code/" + ID;

	private EntraClientRegistration() {
	}

	/**
	 * Create the registration. The redirect URI that is used is that of
	 * {@link SignInRequestFactory}; this one only has to be there. There is no UserInfo
	 * endpoint: UserInfo refuses tokens for other APIs than Microsoft Graph, and has no
	 * claims that the ID token lacks.
	 * @param settings the app registration
	 * @param access the API to ask for a token for
	 * @return the registration
	 */
	static ClientRegistration of(SignInSettings settings, ApiAccess access) {
		return ClientRegistration.withRegistrationId(ID)
			.clientName("Microsoft Entra ID")
			.clientId(Objects.requireNonNull(settings.clientId()))
			.clientSecret(settings.clientSecret())
			.clientAuthenticationMethod(authenticationMethod(settings))
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("{baseUrl}" + REDIRECT_PATH)
			.scope(withOpenId(access.scopes()))
			.issuerUri(settings.tenantEndpoint("v2.0"))
			.authorizationUri(settings.tenantEndpoint("oauth2/v2.0/authorize"))
			.tokenUri(settings.tenantEndpoint("oauth2/v2.0/token"))
			.jwkSetUri(settings.tenantEndpoint("discovery/v2.0/keys"))
			.userNameAttributeName("sub")
			.build();
	}

	/**
	 * Return the scopes of an authorization request: those of the API, and those for an
	 * ID token and a refresh token.
	 */
	static Set<String> withOpenId(Set<String> ofApi) {
		Set<String> scopes = new LinkedHashSet<>(List.of("openid", "profile", "offline_access"));
		scopes.addAll(ofApi);
		return scopes;
	}

	private static ClientAuthenticationMethod authenticationMethod(SignInSettings settings) {
		if (settings.certificatePath() != null) {
			return ClientAuthenticationMethod.PRIVATE_KEY_JWT;
		}
		boolean hasSecret = settings.clientSecret() != null || settings.clientSecretPath() != null;
		return hasSecret ? ClientAuthenticationMethod.CLIENT_SECRET_POST : ClientAuthenticationMethod.NONE;
	}

}
