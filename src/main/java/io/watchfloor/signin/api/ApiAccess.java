package io.watchfloor.signin.api;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The API that this installation reads incidents from, and the scopes that it asks for.
 *
 * @param api the API
 * @param scopes the scopes with the API's address, such as
 * {@code https://api.security.microsoft.com/Incident.Read}, at least one; all of the same
 * address
 */
public record ApiAccess(IncidentApi api, Set<String> scopes) {

	/**
	 * Copy the scopes in their order.
	 */
	public ApiAccess {
		scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
	}

	/**
	 * Return the address that the scopes have in common, which is the audience of tokens.
	 * @return such as {@code https://api.security.microsoft.com}
	 */
	public String resource() {
		String scope = this.scopes.iterator().next();
		return scope.substring(0, Math.max(scope.lastIndexOf('/'), 0));
	}

	/**
	 * Return the delegated permissions that reading incidents takes.
	 * @return their names without the API's address, at least one
	 */
	public List<String> permissions() {
		return this.api.permissions();
	}

	/**
	 * Return the claims request of a sign-in or a refresh. Only with Microsoft Graph it
	 * declares that claims challenges are answered: the Defender API is none of the APIs
	 * that then revoke tokens within minutes.
	 * @param challenge the claims that a challenge requires as a JSON object, or
	 * {@code null}
	 * @return the claims request as JSON, or {@code null} for none
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-continuous-access-evaluation">Continuous
	 * access evaluation</a>
	 */
	public @Nullable String claimsRequest(@Nullable String challenge) {
		return (this.api == IncidentApi.GRAPH) ? ClientCapability.addTo(challenge) : challenge;
	}

}
