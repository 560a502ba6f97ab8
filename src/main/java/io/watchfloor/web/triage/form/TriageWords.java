package io.watchfloor.web.triage.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.StatusView;
import io.watchfloor.web.format.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Spells fields, their values and changes as people write them, safe to show.
 */
public final class TriageWords {

	private static final int LONGEST = 200;

	private TriageWords() {
	}

	/**
	 * Return the label of a field.
	 * @param name its name in forms, such as {@code assignedTo}
	 */
	public static String field(String name) {
		return switch (name) {
			case "status" -> "Status";
			case "assignedTo" -> "Owner";
			case "classification" -> "Classification";
			case "determination" -> "Determination";
			case "tags" -> "Tags";
			default -> "Comment";
		};
	}

	/**
	 * Return the value of a field of a state.
	 * @param name the field's name in forms
	 */
	public static String value(String name, SeenState state) {
		return switch (name) {
			case "status" -> status(state.status());
			case "assignedTo" -> owner(state.assignedTo());
			case "classification" -> Terms.classification(state.classification());
			case "determination" -> Terms.of(state.determination().isEmpty() ? null : state.determination(), "Not set");
			default -> tags(state.tags());
		};
	}

	public static String status(@Nullable String word) {
		return shortened(StatusView.of((word == null || word.isEmpty()) ? null : word).label());
	}

	public static String owner(@Nullable String name) {
		return shortened(ForeignText.lineOr(name, "Nobody"));
	}

	public static String tags(List<String> tags) {
		return tags.isEmpty() ? "None"
				: shortened(tags.stream().map((tag) -> "“" + tag(tag) + "”").collect(Collectors.joining(", ")));
	}

	/**
	 * Return a judgement, such as {@code False positive, clean}.
	 */
	public static String judgement(Classification classification, @Nullable Determination determination) {
		String first = Terms.classification(classification.word());
		return (determination == null || determination == Determination.NOT_SET) ? first
				: first + ": " + Terms.of(determination.word(), "Not set");
	}

	/**
	 * Return what an update changes, field by field, such as {@code Status: In progress}.
	 */
	public static List<String> parts(@Nullable IncidentUpdate update) {
		List<String> parts = new ArrayList<>();
		if (update == null) {
			return parts;
		}
		if (update.assignedTo() != null) {
			parts.add("Owner: " + owner(update.assignedTo()));
		}
		if (update.status() != null) {
			parts.add("Status: " + status(update.status()));
		}
		if (update.classification() != null) {
			parts.add("Classification: " + judgement(update.classification(), update.determination()));
		}
		if (update.tags() != null) {
			parts.add("Tags: " + tags(update.tags()));
		}
		if (update.comment() != null) {
			parts.add("Comment: " + comment(update.comment()));
		}
		return parts;
	}

	/**
	 * Return the beginning of a comment in one line.
	 */
	public static String comment(String text) {
		return "“" + ForeignText.shortened(ForeignText.lineOr(text.strip().replaceAll("\\s+", " "), ""), 60) + "”";
	}

	/**
	 * Return a tag, one that has only blanks in words.
	 */
	public static String tag(String tag) {
		return shortened(ForeignText.lineOr(tag, "(blank)"));
	}

	private static String shortened(String text) {
		return ForeignText.shortened(text, LONGEST);
	}

}
