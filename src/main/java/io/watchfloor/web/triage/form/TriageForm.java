package io.watchfloor.web.triage.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.BadParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * What a form of triage sent: {@code null} for a field that it did not send.
 *
 * @param status the status, empty to leave it
 * @param assignedTo the owner: a user name, {@code me}, or empty for nobody
 * @param classification the classification, with a slash and the determination or
 * without; empty to leave both
 * @param determination the determination, where the classification does not name it
 * @param tags all tags that a list with commas can hold
 * @param comment the comment, with {@code \n} between its lines
 * @param seen the state that the analyst saw
 * @param form names the form
 * @param overwrite whether it is to be written although somebody else changed the
 * incident meanwhile
 */
public record TriageForm(@Nullable String status, @Nullable String assignedTo, @Nullable String classification,
		@Nullable String determination, @Nullable String tags, @Nullable String comment, @Nullable SeenState seen,
		String form, boolean overwrite) {

	/**
	 * The user name that stands for the analyst.
	 */
	public static final String ME = "me";

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

	private static final Map<String, String> STATUSES = Map.of("active", "Active", "inprogress", "InProgress",
			"resolved", "Resolved");

	/**
	 * Read the parameters of a form. One without a name gets one that no other has.
	 */
	public static TriageForm of(MultiValueMap<String, String> parameters) {
		String comment = parameters.getFirst("comment");
		String seen = parameters.getFirst("seen");
		String name = Objects.requireNonNullElse(parameters.getFirst("form"), "");
		return new TriageForm(stripped(parameters, "status"), stripped(parameters, "assignedTo"),
				stripped(parameters, "classification"), stripped(parameters, "determination"),
				parameters.getFirst("tags"), (comment != null) ? comment.replace("\r\n", "\n") : null,
				(seen != null) ? SeenState.decode(seen) : null, NAME.matcher(name).matches() ? name : newName(),
				"true".equals(parameters.getFirst("overwrite")));
	}

	/**
	 * Return a name for a form that no other has.
	 */
	public static String newName() {
		return UUID.randomUUID().toString();
	}

	private static @Nullable String stripped(MultiValueMap<String, String> parameters, String name) {
		String value = parameters.getFirst(name);
		return (value != null) ? value.strip() : null;
	}

	/**
	 * Return what the form changes in what the analyst saw: fields that it sent as they
	 * were are not touched.
	 * @throws BadParameterException if a field has a value that no page offers
	 */
	public TriageChange change(Analyst analyst) {
		Judgement judgement = judgement();
		List<String> listed = (this.tags != null) ? EditableTags.parse(this.tags) : List.of();
		List<String> present = (this.seen != null) ? this.seen.tags() : List.of();
		List<String> removed = (this.tags != null) ? EditableTags.of(present) : List.of();
		return new TriageChange(changedStatus(), changedOwner(analyst),
				(judgement != null) ? judgement.classification() : null,
				(judgement != null) ? judgement.determination() : null, without(listed, present),
				without(removed, listed), (this.comment == null || this.comment.isBlank()) ? null : this.comment);
	}

	/**
	 * Return the form with another owner.
	 * @param owner the owner as the form has it; {@code null} for none
	 */
	public TriageForm withOwner(@Nullable String owner) {
		return new TriageForm(this.status, owner, this.classification, this.determination, this.tags, this.comment,
				this.seen, this.form, this.overwrite);
	}

	/**
	 * Return the form without all fields but the owner.
	 */
	public TriageForm ownerOnly() {
		return new TriageForm(null, this.assignedTo, null, null, null, null, this.seen, this.form, this.overwrite);
	}

	/**
	 * Return the form without all fields but the comment.
	 */
	public TriageForm commentOnly() {
		return new TriageForm(null, null, null, null, null, this.comment, this.seen, this.form, this.overwrite);
	}

	/**
	 * Return the fields that the form sent, by their names.
	 */
	public Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		put(fields, "status", this.status);
		put(fields, "assignedTo", this.assignedTo);
		put(fields, "classification", this.classification);
		put(fields, "determination", this.determination);
		put(fields, "tags", this.tags);
		put(fields, "comment", this.comment);
		put(fields, "seen", (this.seen != null) ? this.seen.encoded() : null);
		put(fields, "form", this.form);
		put(fields, "overwrite", this.overwrite ? "true" : null);
		return fields;
	}

	private static void put(Map<String, String> fields, String name, @Nullable String value) {
		if (value != null) {
			fields.put(name, value);
		}
	}

	private static List<String> without(List<String> tags, List<String> others) {
		return tags.stream().filter((tag) -> !others.contains(tag)).distinct().toList();
	}

	private @Nullable String changedStatus() {
		if (this.status == null || this.status.isEmpty()) {
			return null;
		}
		String word = STATUSES.get(this.status.toLowerCase(Locale.ROOT));
		if (word == null) {
			throw new BadParameterException("status", "one of Active, InProgress and Resolved");
		}
		return (this.seen != null && word.equalsIgnoreCase(this.seen.status())) ? null : word;
	}

	private @Nullable String changedOwner(Analyst analyst) {
		if (this.assignedTo == null) {
			return null;
		}
		String owner = ME.equalsIgnoreCase(this.assignedTo) ? me(analyst) : this.assignedTo;
		return (this.seen != null && owner.equalsIgnoreCase(this.seen.assignedTo())) ? null : owner;
	}

	/**
	 * Return the user name of an analyst, as the incident has it if it is theirs already.
	 */
	private String me(Analyst analyst) {
		String owner = (this.seen != null) ? this.seen.assignedTo() : "";
		return analyst.usernames()
			.stream()
			.filter(owner::equalsIgnoreCase)
			.findFirst()
			.or(() -> analyst.usernames().stream().findFirst())
			.orElseThrow(() -> new BadParameterException("assignedTo",
					"an address: Entra ID sent no user name of yours that “me” could stand for"));
	}

	private @Nullable Judgement judgement() {
		Judgement wanted = Judgement.of(this.classification, this.determination);
		return (wanted != null && this.seen != null && wanted.equals(Judgement.of(this.seen))) ? null : wanted;
	}

}
