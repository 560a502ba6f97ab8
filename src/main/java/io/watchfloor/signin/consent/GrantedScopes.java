package io.watchfloor.signin.consent;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the scopes of analysts' access tokens.
 */
@FunctionalInterface
public interface GrantedScopes {

	/**
	 * Return the scopes of the token of the analyst who sent a request, as Entra ID named
	 * them when it last issued one.
	 * @param request the request
	 * @return the scopes, none where there is no token of this analyst
	 */
	Set<String> of(HttpServletRequest request);

}
