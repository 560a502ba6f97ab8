package io.watchfloor.sandbox.entra;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * A request that the pretend Entra refuses.
 */
final class EntraRefusal extends OAuth2AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final EntraError reason;

	EntraRefusal(EntraError reason) {
		this(reason, "");
	}

	EntraRefusal(EntraError reason, String detail) {
		super(new OAuth2Error(reason.error(), reason.message(detail), null));
		this.reason = reason;
	}

	EntraError reason() {
		return this.reason;
	}

}
