package io.watchfloor.web.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.web.triage.form.TriageWords;
import org.jspecify.annotations.Nullable;

/**
 * A field of an incident as an analyst saw it, as it is now and as the analyst wants it.
 *
 * @param label the field
 * @param saw what the analyst saw, or {@code null} where that does not matter
 * @param now what it is now
 * @param yours what the analyst wants
 */
record ComparedField(String label, @Nullable String saw, String now, String yours) {

	/**
	 * Return the fields in which the incident differs from what the analyst saw.
	 */
	static List<ComparedField> ofConflict(TriageResult result) {
		SeenState now = result.before();
		SeenState saw = result.request().seen();
		if (now == null || saw == null) {
			return List.of();
		}
		TriageChange change = result.request().change();
		return result.conflicts()
			.stream()
			.map((name) -> new ComparedField(TriageWords.field(name), TriageWords.value(name, saw),
					TriageWords.value(name, now),
					Objects.requireNonNullElse(wanted(name, change), "Not changed by you")))
			.toList();
	}

	private static @Nullable String wanted(String name, TriageChange change) {
		return switch (name) {
			case "status" -> (change.status() != null) ? TriageWords.status(change.status()) : null;
			case "assignedTo" -> (change.assignedTo() != null) ? TriageWords.owner(change.assignedTo()) : null;
			case "classification", "determination" -> (change.classification() != null)
					? TriageWords.judgement(change.classification(), change.determination()) : null;
			default -> tags(change);
		};
	}

	private static @Nullable String tags(TriageChange change) {
		List<String> parts = new ArrayList<>();
		if (!change.tagsAdded().isEmpty()) {
			parts.add("Add " + TriageWords.tags(change.tagsAdded()));
		}
		if (!change.tagsRemoved().isEmpty()) {
			parts.add("Remove " + TriageWords.tags(change.tagsRemoved()));
		}
		return parts.isEmpty() ? null : String.join("; ", parts);
	}

	/**
	 * Return what may have been written beside what is there now.
	 * @param now the state of the incident
	 * @param comments its comments
	 */
	static List<ComparedField> ofUnknown(TriageResult result, SeenState now, List<Incident.Comment> comments) {
		IncidentUpdate wanted = result.unwritten();
		if (wanted == null) {
			return List.of();
		}
		return Stream
			.of(compared("assignedTo", now, wanted.assignedTo(), TriageWords.owner(wanted.assignedTo())),
					compared("status", now, wanted.status(), TriageWords.status(wanted.status())),
					(wanted.classification() != null) ? new ComparedField("Classification", null,
							TriageWords.value("classification", now) + ": " + TriageWords.value("determination", now),
							TriageWords.judgement(wanted.classification(), wanted.determination())) : null,
					(wanted.tags() != null) ? new ComparedField("Tags", null, TriageWords.tags(now.tags()),
							TriageWords.tags(wanted.tags())) : null,
					(wanted.comment() != null) ? comment(wanted.comment(), comments) : null)
			.filter(Objects::nonNull)
			.toList();
	}

	private static @Nullable ComparedField compared(String name, SeenState now, @Nullable String wanted, String words) {
		return (wanted != null) ? new ComparedField(TriageWords.field(name), null, TriageWords.value(name, now), words)
				: null;
	}

	private static ComparedField comment(String text, List<Incident.Comment> comments) {
		boolean there = comments.stream()
			.anyMatch((comment) -> comment.text() != null && comment.text().strip().equals(text.strip()));
		return new ComparedField("Comment", null, there ? "A comment with this text is there" : "Not there",
				TriageWords.comment(text));
	}

}
