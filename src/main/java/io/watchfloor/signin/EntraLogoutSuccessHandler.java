package io.watchfloor.signin;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Redirects to Entra's end-session endpoint after the session here has ended. The logout
 * hint spares the analyst Entra's question which account to sign out; it requires that
 * the administrator added the optional claim {@code login_hint}. The ID token is not
 * sent: it makes the address too long for Entra (AADSTS90015) and would appear in logs.
 * The client id stands for it at authorities that need one of the two to lead back.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc">OpenID
 * Connect on the Microsoft identity platform: send a sign-out request</a>
 * @see <a href=
 * "https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout">OpenID Connect
 * RP-Initiated Logout 1.0, section 2</a>
 */
final class EntraLogoutSuccessHandler implements LogoutSuccessHandler {

	private final String endSessionEndpoint;

	private final String clientId;

	private final PublicAddress publicAddress;

	EntraLogoutSuccessHandler(SignInSettings settings, PublicAddress publicAddress) {
		this.clientId = Objects.requireNonNull(settings.clientId());
		this.publicAddress = publicAddress;
		this.endSessionEndpoint = settings.tenantEndpoint("oauth2/v2.0/logout");
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) throws IOException {
		String home = this.publicAddress.of(request, "/");
		UriComponentsBuilder target = UriComponentsBuilder.fromUriString(this.endSessionEndpoint)
			.queryParam("client_id", "{client}")
			.queryParam("post_logout_redirect_uri", "{home}");
		Analyst analyst = Analyst.of(authentication);
		String hint = (analyst != null) ? analyst.getClaimAsString("login_hint") : null;
		if (hint != null) {
			target.queryParam("logout_hint", "{hint}");
		}
		response.sendRedirect(target.encode().buildAndExpand(this.clientId, home, hint).toUriString());
	}

}
