package io.watchfloor.sandbox.entra;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.watchfloor.sandbox.SandboxAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * An account that is signed in to the pretend tenant. Spring Authorization Server takes
 * the time of the sign-in from its authority.
 */
final class AccountAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final SandboxAccount account;

	private final String sessionId = UUID.randomUUID().toString();

	AccountAuthentication(SandboxAccount account) {
		super(List.of(FactorGrantedAuthority.fromAuthority("FACTOR_BUTTON")));
		this.account = account;
		setAuthenticated(true);
	}

	SandboxAccount account() {
		return this.account;
	}

	/**
	 * The {@code sid} of the ID tokens.
	 */
	String sessionId() {
		return this.sessionId;
	}

	/**
	 * The claim {@code login_hint} by which a sign-out names the account.
	 */
	String loginHint() {
		return "O." + this.account.objectId();
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public Object getPrincipal() {
		return this.account.objectId();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof AccountAuthentication that && this.sessionId.equals(that.sessionId);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.sessionId);
	}

}
