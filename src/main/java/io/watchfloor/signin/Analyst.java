package io.watchfloor.signin;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * The signed-in analyst, identified by tenant id and object id together, which Entra
 * never reassigns. Names and addresses may pass to another person and are only for
 * display.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference">ID
 * token claims reference</a>
 */
public final class Analyst extends DefaultOidcUser {

	private static final long serialVersionUID = 1L;

	/**
	 * The claims that are stored with a session: those that are used after the sign-in.
	 */
	private static final List<String> STORED = List.of("tid", "oid", IdTokenClaimNames.SUB, "preferred_username", "upn",
			"email", "name", "sid", "login_hint", "uti");

	/**
	 * Create an analyst.
	 * @param idToken a validated ID token with the claims {@code tid} and {@code oid}
	 */
	Analyst(OidcIdToken idToken) {
		super(AuthorityUtils.createAuthorityList("ROLE_ANALYST"), idToken);
	}

	/**
	 * Return the analyst of an authentication.
	 * @param authentication the authentication, or {@code null}
	 * @return the analyst, or {@code null} where nobody is signed in
	 */
	static @Nullable Analyst of(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getPrincipal() instanceof Analyst analyst) ? analyst : null;
	}

	/**
	 * Return the identifier for keys and comparisons.
	 * @return tenant id and object id, joined by a colon
	 */
	@Override
	public String getName() {
		return tenantId() + ":" + objectId();
	}

	/**
	 * Return the id of the tenant.
	 * @return the claim {@code tid}
	 */
	public String tenantId() {
		return Objects.requireNonNull(getClaimAsString("tid"));
	}

	/**
	 * Return the analyst's object id in the tenant.
	 * @return the claim {@code oid}
	 */
	public String objectId() {
		return Objects.requireNonNull(getClaimAsString("oid"));
	}

	/**
	 * Return the user name to which incidents are assigned, such as
	 * {@code ada@contoso.com}.
	 * @return the claim {@code preferred_username}, or {@code null} where Entra sent none
	 */
	public @Nullable String username() {
		return getClaimAsString("preferred_username");
	}

	/**
	 * Return the user names to which incidents may be assigned. Which claim has the one
	 * that Defender uses depends on the account: guests and accounts of other providers
	 * have others in {@code preferred_username}, or none. People can change some of them,
	 * so that they only choose what is shown first and never what may be seen.
	 * @return the claims {@code preferred_username}, {@code upn} and {@code email} that
	 * Entra sent, none for an account without any
	 */
	public Set<String> usernames() {
		return Stream.of("preferred_username", "upn", "email")
			.map(this::getClaimAsString)
			.filter((username) -> username != null && !username.isBlank())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Return the name to show on pages.
	 * @return the name, else the user name, else the object id
	 */
	public String displayName() {
		String name = getClaimAsString("name");
		if (name != null) {
			return name;
		}
		String username = username();
		return (username != null) ? username : objectId();
	}

	/**
	 * Return the identifier and no personal data: logs print principals.
	 */
	@Override
	public String toString() {
		return "Analyst[" + getName() + "]";
	}

	/**
	 * Replace the analyst where a session is stored outside of this process, so that it
	 * has neither the ID token nor claims that nobody needs.
	 */
	private Object writeReplace() {
		Map<String, String> claims = new LinkedHashMap<>();
		for (String name : STORED) {
			String value = getClaimAsString(name);
			if (value != null) {
				claims.put(name, value);
			}
		}
		return new Stored(claims);
	}

	/**
	 * An analyst in a stored session.
	 *
	 * @param claims the claims by name
	 */
	private record Stored(Map<String, String> claims) implements Serializable {

		private Object readResolve() {
			Map<String, Object> restored = Map.copyOf(this.claims);
			return new Analyst(new OidcIdToken("not stored", null, null, restored));
		}

	}

}
