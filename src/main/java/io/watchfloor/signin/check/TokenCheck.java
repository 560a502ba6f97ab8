package io.watchfloor.signin.check;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of checking an access token, without the token itself.
 * <p>
 * Claims are read without verifying the signature, for display only. No decision may
 * depend on them: only the API that the token was issued for can judge it.
 *
 * @param form whether the token can be read
 * @param claims the token's claims or, if it cannot be read, those of the token response;
 * in reading order
 * @param secondsLeft seconds until it expires, negative once it has, or {@code null} if
 * unknown
 * @param writing the permissions of the token that allow more than reading, without the
 * API's address
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens">Access tokens
 * in the Microsoft identity platform</a>
 */
public record TokenCheck(Form form, List<ClaimCheck> claims, @Nullable Long secondsLeft, List<String> writing) {

	/**
	 * Copy the lists.
	 */
	public TokenCheck {
		claims = List.copyOf(claims);
		writing = List.copyOf(writing);
	}

	/**
	 * Return whether the token is fit for the API.
	 * @return {@code true} if no claim is wrong
	 */
	public boolean fit() {
		return this.claims.stream().noneMatch((claim) -> claim.verdict() == Verdict.WRONG);
	}

	/**
	 * Whether the token can be read.
	 */
	public enum Form {

		/**
		 * A signed JWT whose claims can be read.
		 */
		JWT,

		/**
		 * A token that cannot be read. Entra may issue such: only the API has to
		 * understand it.
		 */
		OPAQUE

	}

	/**
	 * The verdict on a claim.
	 */
	public enum Verdict {

		/**
		 * The claim is as it must be.
		 */
		GOOD,

		/**
		 * The API will refuse the token because of the claim.
		 */
		WRONG,

		/**
		 * The claim is missing, or there is nothing to compare it with.
		 */
		UNKNOWN

	}

	/**
	 * One claim and the verdict on it.
	 *
	 * @param label the claim in words, such as "Audience"
	 * @param name the claim's own name, such as {@code aud}
	 * @param value its value, shortened and free of control characters; empty if it is
	 * missing
	 * @param verdict the verdict
	 * @param advice what to do about it, or {@code null} if nothing
	 */
	public record ClaimCheck(String label, String name, String value, Verdict verdict, @Nullable String advice) {
	}

}
