package io.watchfloor.sandbox.entra;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;

/**
 * Refuses a code by Entra's own reasons before Spring Authorization Server redeems it.
 */
final class CodeRules implements AuthenticationProvider {

	private final AuthenticationProvider redemption;

	private final TenantAuthorizations authorizations;

	private final EntraTenant tenant;

	CodeRules(AuthenticationProvider redemption, TenantAuthorizations authorizations, EntraTenant tenant) {
		this.redemption = redemption;
		this.authorizations = authorizations;
		this.tenant = tenant;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		OAuth2AuthorizationCodeAuthenticationToken request = (OAuth2AuthorizationCodeAuthenticationToken) authentication;
		OAuth2Authorization authorization = this.authorizations.findByToken(request.getCode(), null);
		if (authorization != null) {
			check(authorization, request);
		}
		return this.redemption.authenticate(authentication);
	}

	private void check(OAuth2Authorization authorization, OAuth2AuthorizationCodeAuthenticationToken request) {
		OAuth2Authorization.Token<OAuth2AuthorizationCode> code = Objects
			.requireNonNull(authorization.getToken(OAuth2AuthorizationCode.class));
		OAuth2AuthorizationRequest asked = Objects.requireNonNull(
				authorization.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()));
		if (code.isInvalidated()) {
			throw new EntraRefusal(EntraError.CODE_REDEEMED);
		}
		if (code.isExpired()) {
			throw new EntraRefusal(EntraError.CODE_EXPIRED);
		}
		if (!Objects.equals(asked.getRedirectUri(), request.getRedirectUri())) {
			throw new EntraRefusal(EntraError.OTHER_REDIRECT_URI);
		}
		if (this.tenant.apisOf(asked.getScopes()).size() > 1) {
			throw new EntraRefusal(EntraError.TWO_RESOURCES, String.join(" ", asked.getScopes()));
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.redemption.supports(authentication);
	}

}
