package io.watchfloor.signin;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * The person who is signed in. Identity is the pair of tenant and object id, which Entra
 * never gives to anybody else; names and addresses change hands and are only for display.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference">ID
 * token claims reference</a>
 */
public final class Analyst extends DefaultOidcUser {

	private static final long serialVersionUID = 1L;

	/**
	 * An analyst as the checked ID token tells it.
	 * @param idToken the checked ID token, with {@code tid} and {@code oid}
	 */
	Analyst(OidcIdToken idToken) {
		super(AuthorityUtils.createAuthorityList("ROLE_ANALYST"), idToken);
	}

	/**
	 * Who is behind an authentication.
	 * @param authentication what the security context holds
	 * @return the analyst, or {@code null} where nobody is signed in
	 */
	static @Nullable Analyst of(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getPrincipal() instanceof Analyst analyst) ? analyst : null;
	}

	/**
	 * Who this is, for keys and comparisons.
	 * @return tenant id and object id, joined by a colon
	 */
	@Override
	public String getName() {
		return tenantId() + ":" + objectId();
	}

	/**
	 * The tenant's id.
	 * @return the claim {@code tid}
	 */
	public String tenantId() {
		return Objects.requireNonNull(getClaimAsString("tid"));
	}

	/**
	 * The analyst's object id in the tenant.
	 * @return the claim {@code oid}
	 */
	public String objectId() {
		return Objects.requireNonNull(getClaimAsString("oid"));
	}

	/**
	 * The user name by which incidents are assigned, such as {@code ada@contoso.com}.
	 * @return the claim {@code preferred_username}, or {@code null} where Entra sent none
	 */
	public @Nullable String username() {
		return getClaimAsString("preferred_username");
	}

	/**
	 * What to call the analyst on a page.
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
	 * Who this is and nothing more: logs print principals.
	 */
	@Override
	public String toString() {
		return "Analyst[" + getName() + "]";
	}

}
