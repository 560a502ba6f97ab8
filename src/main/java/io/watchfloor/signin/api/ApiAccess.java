package io.watchfloor.signin.api;

import java.util.Collection;
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
 * address, and none that permits writing
 * @param triage {@code WATCHFLOOR_TRIAGE}, whether analysts may change incidents
 */
public record ApiAccess(IncidentApi api, Set<String> scopes, boolean triage) {

	/**
	 * Permission to everything that the app registration lists.
	 */
	private static final String DEFAULT = "/.default";

	/**
	 * Copy the scopes in their order.
	 */
	public ApiAccess {
		scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
	}

	/**
	 * Create the access of an installation that only reads.
	 * @param api the API
	 * @param scopes the scopes with the API's address
	 */
	public ApiAccess(IncidentApi api, Set<String> scopes) {
		this(api, scopes, false);
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
	 * Return the scope that changing incidents takes.
	 * @return such as {@code https://api.security.microsoft.com/Incident.ReadWrite}
	 */
	public String writeScope() {
		return resource() + "/" + this.api.writePermission();
	}

	/**
	 * Return the scopes to ask for when an analyst wants to change an incident: those for
	 * reading, and the one for writing. Entra ID does not take {@code .default} beside
	 * another.
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc#the-default-scope">The
	 * .default scope</a>
	 */
	public Set<String> scopesWithWriting() {
		Set<String> all = new LinkedHashSet<>(this.scopes);
		all.removeIf((scope) -> scope.endsWith(DEFAULT));
		all.add(writeScope());
		return Collections.unmodifiableSet(all);
	}

	/**
	 * Return whether scopes permit changing incidents.
	 * @param granted the scopes of a token, with or without the API's address: Entra ID
	 * returns those of Microsoft Graph either way
	 */
	public boolean permitsWriting(Collection<String> granted) {
		return granted.stream().map(this::name).anyMatch(this.api.writePermission()::equalsIgnoreCase);
	}

	/**
	 * Return the permissions among scopes that allow more than reading, as their names
	 * tell.
	 * @param granted the scopes of a token, with or without the API's address
	 * @return their names without the API's address
	 */
	public List<String> writing(Collection<String> granted) {
		return granted.stream().map(this::name).filter(GraphScopes::permitsWriting).sorted().toList();
	}

	private String name(String scope) {
		String prefix = resource() + "/";
		return scope.startsWith(prefix) ? scope.substring(prefix.length()) : scope;
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
