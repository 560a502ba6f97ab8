package io.watchfloor.queue.triage;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A change that can be undone for a while. What undoing does not bring back: comments,
 * and the status and the owner of alerts that were resolved or assigned along with the
 * incident.
 *
 * @param name names it in forms, and cannot be guessed
 * @param incident the incident's number
 * @param written what was written
 * @param restores what undoing writes; of the labels, only those that were added or
 * removed are restored, whatever others there are by then
 * @param until when it can be undone no longer
 */
public record UndoEntry(String name, long incident, IncidentUpdate written, IncidentUpdate restores,
		Instant until) implements Serializable {

	/**
	 * Return what undoing a change has to write.
	 * @param before the state before the change
	 * @param written what was written
	 * @return the former values of the fields that were changed, as far as they can be
	 * written; maybe none
	 */
	static IncidentUpdate restores(SeenState before, IncidentUpdate written) {
		String status = TriageChange.statusWord(before.status());
		boolean statusKnown = written.status() != null && TriageChange.STATUS_WORDS.contains(status);
		Classification classification = Classification.of(before.classification());
		Determination determination = Determination.of(before.determination());
		boolean pairKnown = written.classification() != null && classification != null && determination != null;
		return new IncidentUpdate(statusKnown ? status : null,
				(written.assignedTo() != null) ? before.assignedTo() : null, pairKnown ? classification : null,
				pairKnown ? determination : null, (written.tags() != null) ? before.tags() : null, null);
	}

	/**
	 * Return the request that undoes it.
	 */
	TriageRequest request() {
		TagChange tags = tagsBack();
		return new TriageRequest(this.incident, null,
				new TriageChange(this.restores.status(), this.restores.assignedTo(), this.restores.classification(),
						this.restores.determination(), tags.added(), tags.removed(), null),
				this.name, false);
	}

	/**
	 * Return the state that makes no conflict: the fields that were changed have the
	 * value that was written or, already, the one that undoing writes; the others have
	 * any.
	 * @param incident the incident as it is now
	 */
	SeenState expected(Incident incident) {
		SeenState now = SeenState.of(incident);
		TagChange back = tagsBack();
		SeenState restored = now.with(withTags(this.restores, back.applyTo(now.tags())));
		List<String> restorable = now.differences(restored);
		SeenState asWritten = now.with(withTags(this.written, back.inverse().applyTo(now.tags())));
		return now.with(asWritten, restorable);
	}

	private TagChange tagsBack() {
		return TagChange.between(Objects.requireNonNullElse(this.written.tags(), List.of()),
				Objects.requireNonNullElse(this.restores.tags(), List.of()));
	}

	private static IncidentUpdate withTags(IncidentUpdate update, @Nullable List<String> tags) {
		return new IncidentUpdate(update.status(), update.assignedTo(), update.classification(), update.determination(),
				(update.tags() != null) ? tags : null, null);
	}

}
