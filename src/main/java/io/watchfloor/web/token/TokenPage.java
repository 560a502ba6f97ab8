package io.watchfloor.web.token;

import java.util.List;
import java.util.Locale;

import io.watchfloor.signin.check.TokenCheck;
import io.watchfloor.signin.check.TokenCheck.ClaimCheck;
import io.watchfloor.signin.check.TokenCheck.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the token page shows: {@code token.html} knows it as {@code token}.
 *
 * @param api the name of the API that the token is for
 * @param opaque whether the token cannot be read
 * @param fit whether no claim is wrong
 * @param expiry when it expires, in words
 * @param secondsLeft seconds until then, for the countdown
 * @param writing what the token permits besides reading and whether Watchfloor uses it,
 * or {@code null} where it permits reading only
 * @param claims its claims, each with a verdict
 * @param revealable whether the operator lets analysts copy the token
 */
record TokenPage(String api, boolean opaque, boolean fit, String expiry, @Nullable Long secondsLeft,
		@Nullable String writing, List<Claim> claims, boolean revealable) {

	/**
	 * Create the page.
	 * @param writePermission the permission that Watchfloor uses to change incidents, or
	 * {@code null} where it changes none
	 */
	static TokenPage of(TokenCheck check, String api, @Nullable String writePermission, boolean revealable) {
		return new TokenPage(api, check.form() == TokenCheck.Form.OPAQUE, check.fit(), expiry(check.secondsLeft()),
				check.secondsLeft(), writing(check.writing(), writePermission),
				check.claims().stream().map(Claim::of).toList(), revealable);
	}

	/**
	 * Say what a token permits besides reading: consent is given for the whole tenant, so
	 * that it may be there although Watchfloor never asked for it.
	 */
	private static @Nullable String writing(List<String> permissions, @Nullable String used) {
		if (permissions.isEmpty()) {
			return null;
		}
		String permits = "This token also permits writing: " + String.join(", ", permissions) + ". ";
		if (used == null) {
			return permits + "Watchfloor does not use that: it only reads, because WATCHFLOOR_TRIAGE is off.";
		}
		return permits + (permissions.contains(used)
				? "Watchfloor uses " + used + " for the changes to incidents that you make here, and for nothing else."
				: "Watchfloor does not use that.");
	}

	private static String expiry(@Nullable Long seconds) {
		if (seconds == null) {
			return "at an unknown time";
		}
		if (seconds <= 0) {
			return "expired";
		}
		long minutes = seconds / 60;
		// A token of Microsoft Graph that can be revoked at once lasts for up to 28 hours
		return "in " + ((minutes < 120) ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min");
	}

	/**
	 * A claim and the verdict on it.
	 *
	 * @param label the claim in words
	 * @param name the claim's own name
	 * @param value its value, empty when the token lacks it
	 * @param verdict the verdict in a word
	 * @param style the verdict's name in the style sheet, {@code good}, {@code wrong} or
	 * {@code unknown}
	 * @param icon the name of the verdict's picture in {@code icons/shapes.svg}
	 * @param advice what to do about it
	 */
	record Claim(String label, String name, String value, String verdict, String style, String icon,
			@Nullable String advice) {

		static Claim of(ClaimCheck check) {
			return new Claim(check.label(), check.name(), check.value(), word(check.verdict()),
					check.verdict().name().toLowerCase(Locale.ROOT), icon(check.verdict()), check.advice());
		}

		private static String word(Verdict verdict) {
			return switch (verdict) {
				case GOOD -> "Good";
				case WRONG -> "Problem";
				case UNKNOWN -> "Not checked";
			};
		}

		private static String icon(Verdict verdict) {
			return switch (verdict) {
				case GOOD -> "check";
				case WRONG -> "warning";
				case UNKNOWN -> "question";
			};
		}

	}

}
