package io.watchfloor.soak;

import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of error page that people may see because of a fault. Any other one is a defect.
 */
enum ErrorPageKind {

	/** Defender does not answer: 503. */
	UNANSWERED,

	/** Defender's answer cannot be read: 502. */
	UNREADABLE,

	/** Too many calls: 429. */
	THROTTLED,

	/** Defender refuses the token: 401, with a page that leads to a sign-in. */
	TOKEN_REFUSED,

	/** Entra gives no token: 401, or 503 where a sign-in would not help. */
	SIGN_IN_REFUSED,

	/** Sessions cannot be reached: 503. */
	SESSIONS_AWAY,

	/**
	 * A page that is open belongs to a session that is gone: 403 to its form, 401 to its
	 * script, 404 for what it was triaging where that happens during a request.
	 */
	SESSION_GONE;

	/**
	 * The kinds that an answer may be one of.
	 * @return none for an answer that is never due
	 */
	static Set<ErrorPageKind> behind(Answer answer) {
		boolean signIn = answer.text().contains("Sign-in failed");
		return switch (answer.status()) {
			case 429 -> EnumSet.of(THROTTLED);
			case 502 -> EnumSet.of(UNREADABLE);
			case 503 -> EnumSet.of(signIn ? SIGN_IN_REFUSED : unavailable(answer));
			case 403 -> EnumSet.of(SESSION_GONE);
			case 404 -> answer.text().contains("These changes are not kept any longer") ? EnumSet.of(SESSION_GONE)
					: EnumSet.noneOf(ErrorPageKind.class);
			case 401 -> signIn ? EnumSet.of(SIGN_IN_REFUSED) : EnumSet.of(TOKEN_REFUSED, SIGN_IN_REFUSED, SESSION_GONE);
			default -> EnumSet.noneOf(ErrorPageKind.class);
		};
	}

	private static ErrorPageKind unavailable(Answer answer) {
		return answer.text().contains("Sessions cannot be reached") ? SESSIONS_AWAY : UNANSWERED;
	}

}
