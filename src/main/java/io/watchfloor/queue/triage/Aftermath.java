package io.watchfloor.queue.triage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Tells from an incident that was read again what became of a call whose answer did not
 * come. A field is written when it has the value that was sent, whoever wrote it. A
 * comment is written when there is one more with exactly this text than before, of this
 * analyst where its author is known.
 *
 * @param before the incident before the call
 * @param call what was sent
 * @param now the incident as it was read afterwards
 * @param analyst the analyst's user names, in any case; none when they are not known
 */
record Aftermath(Incident before, IncidentUpdate call, Incident now, Set<String> analyst) {

	/**
	 * Return what is there.
	 * @return a part of the call, maybe one that changes nothing
	 */
	IncidentUpdate written() {
		return part(true);
	}

	/**
	 * Return what is not there.
	 * @return a part of the call, maybe one that changes nothing
	 */
	IncidentUpdate unwritten() {
		return part(false);
	}

	private IncidentUpdate part(boolean there) {
		SeenState present = SeenState.of(this.now);
		List<String> missing = present.differences(present.with(this.call));
		boolean pair = there != (missing.contains(SeenState.CLASSIFICATION)
				|| missing.contains(SeenState.DETERMINATION));
		return new IncidentUpdate(value(this.call.status(), there != missing.contains(SeenState.STATUS)),
				value(this.call.assignedTo(), there != missing.contains(SeenState.ASSIGNED_TO)),
				value(this.call.classification(), pair), value(this.call.determination(), pair),
				value(this.call.tags(), there != missing.contains(SeenState.TAGS)),
				value(this.call.comment(), there == isCommentThere()));
	}

	private static <T> @Nullable T value(@Nullable T value, boolean wanted) {
		return wanted ? value : null;
	}

	private boolean isCommentThere() {
		String text = this.call.comment();
		return text != null && count(this.now.comments(), text) > count(this.before.comments(), text);
	}

	private long count(Collection<Incident.Comment> comments, String text) {
		return comments.stream()
			.filter((comment) -> isOfAnalyst(comment.author()))
			.flatMap((comment) -> Stream.ofNullable(comment.text()))
			.filter((other) -> TriageChange.lines(other).equals(TriageChange.lines(text)))
			.count();
	}

	private boolean isOfAnalyst(@Nullable String author) {
		return author == null || author.isBlank() || this.analyst.isEmpty()
				|| this.analyst.stream().anyMatch(author.strip()::equalsIgnoreCase);
	}

}
