package io.watchfloor.web.triage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.web.format.Times;
import io.watchfloor.web.triage.form.TriageWords;
import org.jspecify.annotations.Nullable;

/**
 * Says what a run changes and what became of it.
 */
final class RunWords {

	private RunWords() {
	}

	/**
	 * Return what is changed in each incident, field by field.
	 */
	static List<String> changes(TriageChange change) {
		List<String> parts = new ArrayList<>(TriageWords.parts(new IncidentUpdate(change.status(), change.assignedTo(),
				change.classification(), change.determination(), null, change.comment())));
		if (!change.tagsAdded().isEmpty()) {
			parts.add("Tags to add: " + TriageWords.tags(change.tagsAdded()));
		}
		if (!change.tagsRemoved().isEmpty()) {
			parts.add("Tags to remove: " + TriageWords.tags(change.tagsRemoved()));
		}
		return parts;
	}

	/**
	 * Return an outcome in a word or two.
	 */
	static String outcome(Outcome outcome) {
		return switch (outcome) {
			case DONE -> "Done";
			case UNCHANGED -> "Nothing to do";
			case PARTLY -> "Done in part";
			case CONFLICT -> "Conflict";
			case REDIRECTED -> "Merged";
			case NOT_DONE -> "Not done";
			case UNKNOWN -> "Unknown";
		};
	}

	/**
	 * Return an outcome as it follows a number.
	 */
	static String counted(Outcome outcome, int count) {
		return switch (outcome) {
			case DONE -> "done";
			case UNCHANGED -> "already so";
			case PARTLY -> "done in part";
			case CONFLICT -> (count == 1) ? "conflict" : "conflicts";
			case REDIRECTED -> "merged into others";
			case NOT_DONE -> "not done";
			case UNKNOWN -> "unknown";
		};
	}

	/**
	 * Return what became of an incident.
	 */
	static String sentence(TriageResult result) {
		return switch (result.outcome()) {
			case DONE -> String.join("; ", TriageWords.parts(result.written())) + ".";
			case UNCHANGED -> "It was like this already, so nothing was written.";
			case PARTLY -> "Written: " + String.join("; ", TriageWords.parts(result.written())) + ". Not written: "
					+ String.join("; ", TriageWords.parts(result.unwritten())) + ". " + reason(result.failure());
			case CONFLICT -> "Somebody else changed it since you looked, so nothing was written.";
			case REDIRECTED -> "It was merged into another incident, so nothing was written.";
			case NOT_DONE -> "Nothing was written. " + reason(result.failure());
			case UNKNOWN ->
				"The connection broke off, and whether it was written could not be learned. Open it before you try again.";
		};
	}

	/**
	 * Return what became of undoing a change.
	 */
	static String undone(TriageResult undone) {
		return switch (undone.outcome()) {
			case DONE, UNCHANGED -> "Undone. Alerts and comments stay as they are.";
			case PARTLY -> "Undone in part: " + String.join("; ", TriageWords.parts(undone.written())) + ". Not: "
					+ String.join("; ", TriageWords.parts(undone.unwritten())) + ".";
			case CONFLICT -> "Not undone: somebody else changed it meanwhile.";
			case REDIRECTED -> "Not undone: it was merged into another incident.";
			case NOT_DONE -> "Not undone. " + reason(undone.failure());
			case UNKNOWN -> "Whether it was undone is not known. Open it to see.";
		};
	}

	/**
	 * Return why a run stopped, and what to do.
	 */
	static String stop(@Nullable DefenderException failure) {
		if (failure instanceof DefenderException.Unauthorized) {
			return "Microsoft did not accept your sign-in any longer. Sign in again.";
		}
		if (failure instanceof DefenderException.Forbidden) {
			return "Your account has no role that may change these incidents. Ask an administrator of Microsoft"
					+ " Defender for the role Security Operator, or for “Alerts (manage)” in unified RBAC.";
		}
		return "Defender does not answer. Wait some minutes.";
	}

	private static String reason(@Nullable DefenderException failure) {
		if (failure instanceof DefenderException.Unauthorized) {
			return "Microsoft did not accept your sign-in any longer.";
		}
		if (failure instanceof DefenderException.Forbidden) {
			return "Defender does not let your account change it: a role is missing.";
		}
		if (failure instanceof DefenderException.NotFound) {
			return "Defender has no such incident that you may see.";
		}
		if (failure instanceof DefenderException.Throttled throttled) {
			return "Too many calls for the moment; it takes " + Times.exact(roundedUp(throttled.waitTime())) + ".";
		}
		if (failure instanceof DefenderException.Rejected) {
			return "Defender refused what was sent.";
		}
		return "Defender did not answer as it should.";
	}

	private static Duration roundedUp(Duration wait) {
		return Duration.ofSeconds(RunPage.seconds(wait));
	}

}
