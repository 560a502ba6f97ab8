package io.watchfloor.signin.check;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The access token as far as it can be judged from outside, never the token itself.
 * <p>
 * Claims are read without checking the signature, for display only. Nothing may be
 * decided by them: the only judge of the token is the API that it was issued for.
 *
 * @param form what the token looks like
 * @param claims what it says about itself or, where it says nothing, what Entra said when
 * it issued it; in reading order
 * @param secondsLeft seconds until it expires, negative once it has, or {@code null}
 * where nobody said
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens">Access tokens
 * in the Microsoft identity platform</a>
 */
public record TokenCheck(Form form, List<ClaimCheck> claims, @Nullable Long secondsLeft) {

	/**
	 * Copy the claims.
	 */
	public TokenCheck {
		claims = List.copyOf(claims);
	}

	/**
	 * Whether nothing speaks against the token.
	 * @return {@code true} when no claim is wrong
	 */
	public boolean fit() {
		return this.claims.stream().noneMatch((claim) -> claim.verdict() == Verdict.WRONG);
	}

	/**
	 * What the token looks like.
	 */
	public enum Form {

		/**
		 * A signed JWT whose claims can be read.
		 */
		JWT,

		/**
		 * Nothing that can be read, which is Entra's right: only the API needs to
		 * understand the token.
		 */
		OPAQUE

	}

	/**
	 * What is thought of a claim.
	 */
	public enum Verdict {

		/**
		 * As it must be.
		 */
		GOOD,

		/**
		 * The API will refuse the token for this.
		 */
		WRONG,

		/**
		 * Nothing to compare it with, or not there.
		 */
		UNKNOWN

	}

	/**
	 * One claim and what is thought of it.
	 *
	 * @param label the claim in words, such as "Audience"
	 * @param value its value, shortened and free of control characters; empty when the
	 * token lacks it
	 * @param verdict what is thought of it
	 * @param advice what to do about it, or {@code null} where there is nothing to do
	 */
	public record ClaimCheck(String label, String value, Verdict verdict, @Nullable String advice) {
	}

}
