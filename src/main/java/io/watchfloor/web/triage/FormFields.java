package io.watchfloor.web.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.triage.form.EditableTags;
import io.watchfloor.web.triage.form.Judgement;
import io.watchfloor.web.triage.form.TriageWords;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the form, with what they hold.
 *
 * @param seen the state that they were made from, for the form
 * @param statuses the statuses to choose from
 * @param owner what the field of the owner holds
 * @param ownerEditable whether the field can hold the owner
 * @param ownerShown the owner
 * @param assigned whether somebody owns the incident
 * @param mine whether the analyst does
 * @param unjudged the choice that leaves classification and determination as they are,
 * where they are none that can be written; else {@code null}
 * @param judgements the pairs of classification and determination to choose from
 * @param tags what the field of the tags holds
 * @param otherTags the tags that it cannot hold
 * @param comment the comment
 */
record FormFields(String seen, List<Choice> statuses, String owner, boolean ownerEditable, String ownerShown,
		boolean assigned, boolean mine, @Nullable Choice unjudged, List<Group> judgements, String tags,
		List<String> otherTags, String comment) {

	private static final List<String> STATUSES = List.of("Active", "InProgress", "Resolved");

	private static final List<Classification> CLASSIFICATIONS = List.of(Classification.TRUE_POSITIVE,
			Classification.EXPECTED_ACTIVITY, Classification.FALSE_POSITIVE);

	/**
	 * Fill in the form.
	 * @param now the state of the incident
	 * @param wanted what the analyst wants to change in it and did not write yet
	 */
	static FormFields of(SeenState now, TriageChange wanted, Analyst analyst) {
		String owner = Objects.requireNonNullElse(wanted.assignedTo(), now.assignedTo());
		boolean editable = owner.isEmpty() || EditableTags.isPlain(owner);
		Judgement present = Judgement.of(now);
		boolean offered = present != null && present.determination() != null
				&& present.classification().determinations().contains(present.determination());
		Judgement chosen = (wanted.classification() != null)
				? new Judgement(wanted.classification(), wanted.determination()) : present;
		Choice unjudged = offered ? null : new Choice("", TriageWords.value("classification", now) + unwritable(now),
				wanted.classification() == null);
		List<String> tags = new ArrayList<>(EditableTags.of(now.tags()));
		tags.removeAll(wanted.tagsRemoved());
		tags.addAll(wanted.tagsAdded());
		return new FormFields(now.encoded(), statuses(now.status(), wanted.status()), editable ? owner : "", editable,
				TriageWords.owner(now.assignedTo()), !now.assignedTo().isEmpty(),
				analyst.usernames().stream().anyMatch(now.assignedTo()::equalsIgnoreCase), unjudged,
				groups((chosen != null) ? chosen.value() : ""), EditableTags.write(tags),
				EditableTags.others(now.tags()).stream().map(TriageWords::tag).toList(),
				Objects.requireNonNullElse(wanted.comment(), ""));
	}

	private static String unwritable(SeenState now) {
		return (Classification.of(now.classification()) == Classification.NOT_SET) ? "" : " (as it is)";
	}

	private static List<Choice> statuses(String now, @Nullable String wanted) {
		String chosen = Objects.requireNonNullElse(wanted, now);
		Stream<Choice> written = STATUSES.stream()
			.map((word) -> new Choice(word, TriageWords.status(word), word.equalsIgnoreCase(chosen)));
		boolean offered = STATUSES.stream().anyMatch(now::equalsIgnoreCase);
		Choice asIs = new Choice("", TriageWords.status(now) + " (as it is)", wanted == null);
		return (offered ? written : Stream.concat(Stream.of(asIs), written)).toList();
	}

	private static List<Group> groups(String chosen) {
		return CLASSIFICATIONS.stream()
			.map((classification) -> new Group(TriageWords.judgement(classification, null),
					classification.determinations()
						.stream()
						.map((determination) -> choice(classification, determination, chosen))
						.toList()))
			.toList();
	}

	private static Choice choice(Classification classification, Determination determination, String chosen) {
		String value = new Judgement(classification, determination).value();
		return new Choice(value, TriageWords.judgement(classification, determination), value.equals(chosen));
	}

	/**
	 * Return the most characters of a comment.
	 */
	public int longest() {
		return TriageChange.LONGEST_COMMENT;
	}

	/**
	 * A value to choose.
	 *
	 * @param value the value
	 * @param label how it is called
	 * @param chosen whether it is chosen
	 */
	record Choice(String value, String label, boolean chosen) {
	}

	/**
	 * Values to choose that belong together.
	 *
	 * @param label how they are called
	 * @param choices the values
	 */
	record Group(String label, List<Choice> choices) {
	}

}
