package io.watchfloor.sandbox.entra;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Lets a public client refresh: Entra gives public clients refresh tokens, Spring
 * Authorization Server does not.
 */
final class PublicRefresh implements AuthenticationProvider {

	private final RegisteredClientRepository clients;

	PublicRefresh(RegisteredClientRepository clients) {
		this.clients = clients;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		OAuth2ClientAuthenticationToken client = (OAuth2ClientAuthenticationToken) authentication;
		if (!ClientAuthenticationMethod.NONE.equals(client.getClientAuthenticationMethod())
				|| !"refresh_token".equals(client.getAdditionalParameters().get("grant_type"))) {
			return null;
		}
		return new OAuth2ClientAuthenticationToken(
				Objects.requireNonNull(this.clients.findByClientId(EntraClient.PUBLIC.id())),
				ClientAuthenticationMethod.NONE, null);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
