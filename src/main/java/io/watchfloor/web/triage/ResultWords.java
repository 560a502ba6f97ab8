package io.watchfloor.web.triage;

import java.util.List;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of a change.
 */
final class ResultWords {

	private ResultWords() {
	}

	/**
	 * Return the outcome in a few words.
	 */
	static String heading(Outcome outcome, boolean undoing) {
		return switch (outcome) {
			case DONE -> undoing ? "Undone" : "Written";
			case UNCHANGED -> "Nothing to write";
			case PARTLY -> undoing ? "Undone in part" : "Written in part";
			case CONFLICT ->
				undoing ? "Not undone: the incident has changed since" : "Not written: the incident changed meanwhile";
			case REDIRECTED -> "Not written: the incident was merged into another";
			case NOT_DONE -> undoing ? "Not undone" : "Not written";
			case UNKNOWN -> undoing ? "Undone or not: nobody can tell" : "Written or not: nobody can tell";
		};
	}

	/**
	 * Return what the outcome means.
	 * @param failure why a call failed, or {@code null}
	 */
	static List<String> meaning(Outcome outcome, boolean undoing, @Nullable DefenderException failure) {
		if (outcome == Outcome.DONE && failure != null) {
			return List.of("The connection broke off, but the incident was read again, and the change is there.");
		}
		return switch (outcome) {
			case DONE -> undoing ? List
				.of("The alerts that were resolved or assigned along with the incident stay as they are, and so do comments.")
					: List.of();
			case UNCHANGED -> List.of("The incident was already as you wanted it, so nothing was sent.");
			case PARTLY -> List.of("What is missing is still in the form below.");
			case CONFLICT ->
				undoing ? List.of("Its fields no longer have the values that you had written, so nothing was sent.")
						: List.of("Nothing was sent. What you wanted is still in the form below.");
			case REDIRECTED -> List.of("Nothing was sent, to neither of them. Work continues in the other one.");
			case NOT_DONE -> notDone(undoing, failure);
			case UNKNOWN -> List.of(
					"The connection broke off after the change was sent, and reading the incident"
							+ " did not tell whether it arrived. It is not sent again by itself.",
					"Look again in a minute, and send it again only if it is not there: a comment would be there twice.");
		};
	}

	private static List<String> notDone(boolean undoing, @Nullable DefenderException failure) {
		String kept = undoing ? "Nothing was changed."
				: "Nothing was changed; what you wanted is still in the form below.";
		if (failure instanceof DefenderException.Forbidden) {
			return List.of(
					"Your sign-in permits writing, but Microsoft Defender refused it: your account has no role that may change this incident.",
					"Ask an administrator of Microsoft Defender for the role Security Operator, or for “Alerts (manage)” in unified RBAC. "
							+ kept);
		}
		if (failure != null && failure.mayHaveTakenEffect()) {
			return List
				.of("The connection broke off after the change was sent. The incident was read again a moment later,"
						+ " and the change was not there. "
						+ (undoing ? "" : "What you wanted is still in the form below:"
								+ " look again in a minute before you send it again."));
		}
		return List.of(kept);
	}

}
