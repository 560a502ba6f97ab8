package io.watchfloor.queue.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is sent for a change: only what differs from the incident as it is, and a
 * comment in any case.
 */
final class UpdatePlan {

	private UpdatePlan() {
	}

	/**
	 * Return what to send.
	 * @param change what is wanted
	 * @param now the incident as it was read a moment ago: the API replaces its labels by
	 * those that are sent, so these are the present ones and the change of them
	 */
	static IncidentUpdate of(TriageChange change, Incident now) {
		boolean judged = isJudged(change, now);
		return new IncidentUpdate(differing(change.status(), now.status()),
				differing(change.assignedTo(), now.assignedTo()), judged ? null : change.classification(),
				judged ? null : change.determination(), tags(change, now), change.comment());
	}

	/**
	 * Return what to send as far as it is known without the incident, which is all but
	 * its labels.
	 */
	static IncidentUpdate ofUnread(TriageChange change) {
		return new IncidentUpdate(change.status(), change.assignedTo(), change.classification(), change.determination(),
				null, change.comment());
	}

	/**
	 * Return whether anything is to be sent.
	 */
	static boolean changes(IncidentUpdate update) {
		return update.changesFields() || update.comment() != null;
	}

	/**
	 * Return an update of what one or both of two update.
	 */
	static IncidentUpdate join(@Nullable IncidentUpdate first, IncidentUpdate second) {
		return (first == null) ? second
				: new IncidentUpdate(either(second.status(), first.status()),
						either(second.assignedTo(), first.assignedTo()),
						either(second.classification(), first.classification()),
						either(second.determination(), first.determination()), either(second.tags(), first.tags()),
						either(second.comment(), first.comment()));
	}

	/**
	 * Return an update without classification and determination.
	 */
	static IncidentUpdate withoutJudgement(IncidentUpdate update) {
		return new IncidentUpdate(update.status(), update.assignedTo(), null, null, update.tags(), update.comment());
	}

	private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
		return (one != null) ? one : other;
	}

	private static @Nullable String differing(@Nullable String wanted, @Nullable String present) {
		return (wanted != null && !wanted.equalsIgnoreCase(Objects.requireNonNullElse(present, "").strip())) ? wanted
				: null;
	}

	private static boolean isJudged(TriageChange change, Incident now) {
		return change.classification() == Classification.of(now.classification())
				&& change.determination() == Determination.of(now.determination());
	}

	private static @Nullable List<String> tags(TriageChange change, Incident now) {
		List<String> tags = new TagChange(change.tagsAdded(), change.tagsRemoved()).applyTo(now.tags());
		return new HashSet<>(tags).equals(new HashSet<>(now.tags())) ? null : tags;
	}

}
