package io.watchfloor.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Redirects to Entra's end-session endpoint after the session here has ended. The logout
 * hint spares the analyst Entra's question which account to sign out; it requires that
 * the administrator added the optional claim {@code login_hint}. The ID token is not
 * sent: it makes the address too long for Entra (AADSTS90015) and would appear in logs.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc">OpenID
 * Connect on the Microsoft identity platform: send a sign-out request</a>
 */
final class EntraLogoutSuccessHandler implements LogoutSuccessHandler {

	private final String endSessionEndpoint;

	EntraLogoutSuccessHandler(SignInSettings settings) {
		this.endSessionEndpoint = settings.tenantEndpoint("oauth2/v2.0/logout");
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) throws IOException {
		String home = ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString();
		UriComponentsBuilder target = UriComponentsBuilder.fromUriString(this.endSessionEndpoint)
			.queryParam("post_logout_redirect_uri", "{home}");
		Analyst analyst = Analyst.of(authentication);
		String hint = (analyst != null) ? analyst.getClaimAsString("login_hint") : null;
		if (hint != null) {
			target.queryParam("logout_hint", "{hint}");
		}
		response.sendRedirect(target.encode().buildAndExpand(home, hint).toUriString());
	}

}
