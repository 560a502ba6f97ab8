package io.watchfloor.sandbox;

import java.util.Set;

/**
 * How a pretend API checks the bearer token of a call.
 */
@FunctionalInterface
public interface AccessTokens {

	/**
	 * Check a token: signature, lifetime, and whether it was issued for an API.
	 * @param token the bearer token, without its prefix
	 * @param api the API
	 * @return whose token it is
	 * @throws InvalidTokenException when the token is not good for this API
	 * @throws ClaimsChallengeException when it was until somebody revoked it
	 */
	Caller check(String token, SandboxApi api);

	/**
	 * Who calls.
	 *
	 * @param account whose token it is
	 * @param scopes the token's {@code scp}
	 */
	record Caller(SandboxAccount account, Set<String> scopes) {
	}

	/**
	 * A token that the API refuses with 401.
	 */
	class InvalidTokenException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		/**
		 * Refuse a token.
		 * @param reason why, such as {@code expired} or {@code audience}
		 */
		public InvalidTokenException(String reason) {
			super(reason);
		}

	}

	/**
	 * A token that the API refuses until its owner has signed in again, by a policy.
	 */
	class ClaimsChallengeException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String claims;

		/**
		 * Refuse a token.
		 * @param claims what the next one has to have, as JSON
		 */
		public ClaimsChallengeException(String claims) {
			super("claims challenge");
			this.claims = claims;
		}

		/**
		 * What the next token has to have.
		 * @return claims as JSON
		 */
		public String claims() {
			return this.claims;
		}

	}

}
