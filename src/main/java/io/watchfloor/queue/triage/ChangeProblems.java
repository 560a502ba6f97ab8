package io.watchfloor.queue.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with a change, and says so in words for the analyst.
 */
final class ChangeProblems {

	/**
	 * As many characters as a device's tag may have. How many an incident's may have is
	 * not documented.
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/defender-endpoint/machine-tags">Create and
	 * manage device tags</a>
	 */
	static final int LONGEST_TAG = 200;

	/**
	 * As many characters as an address may have before the {@code @} (64), with it and
	 * behind it (255).
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1">RFC 5321,
	 * section 4.5.3.1</a>
	 */
	static final int LONGEST_ADDRESS = 320;

	private static final int LONGEST_QUOTE = 60;

	private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

	private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private final TriageChange change;

	private final List<String> problems = new ArrayList<>();

	ChangeProblems(TriageChange change) {
		this.change = change;
	}

	/**
	 * Return all of them, in the order of the form.
	 */
	List<String> all() {
		if (this.change.isEmpty()) {
			return List.of("Nothing is changed: choose what to change, or write a comment.");
		}
		checkStatus(this.change.status());
		checkOwner(this.change.assignedTo());
		checkPair(this.change.classification(), this.change.determination());
		Stream.concat(this.change.tagsAdded().stream(), this.change.tagsRemoved().stream())
			.distinct()
			.forEach(this::checkTag);
		Set<String> both = new HashSet<>(this.change.tagsAdded());
		both.retainAll(this.change.tagsRemoved());
		both.forEach((tag) -> add("The tag %s is both added and removed.", quoted(tag)));
		checkComment(this.change.comment());
		return List.copyOf(this.problems);
	}

	private void checkStatus(@Nullable String status) {
		if (status != null && !TriageChange.STATUS_WORDS.contains(status)) {
			add("There is no status %s: choose active, in progress or resolved.", quoted(status));
		}
	}

	private void checkOwner(@Nullable String owner) {
		if (owner == null || owner.isEmpty()) {
			return;
		}
		if (owner.length() > LONGEST_ADDRESS || !ADDRESS.matcher(owner).matches()
				|| UnseenCharacters.areIn(owner)) {
			add("The owner %s is no address such as name@example.com.", quoted(owner));
		}
	}

	private void checkPair(@Nullable Classification classification, @Nullable Determination determination) {
		if (classification == Classification.NOT_SET || determination == Determination.NOT_SET) {
			add("A classification cannot be taken back to “not set”: choose another.");
		}
		else if (classification == null && determination != null) {
			add("Choose the classification that %s is for.", words(determination.word()));
		}
		else if (classification != null && determination == null) {
			add("Choose what kind of %s it is: %s.", words(classification.word()), determinations(classification));
		}
		else if (classification != null && !classification.determinations().contains(determination)) {
			add("The two do not go together. With %s goes one of: %s.", words(classification.word()),
					determinations(classification));
		}
	}

	private static String determinations(Classification classification) {
		return classification.determinations()
			.stream()
			.map((one) -> words(one.word()))
			.collect(Collectors.joining(", "));
	}

	private void checkTag(String tag) {
		if (tag.indexOf(',') >= 0) {
			add("The tag %s has a comma, which separates tags.", quoted(tag));
		}
		if (tag.length() > LONGEST_TAG) {
			add("The tag %s has %,d characters too many; %,d are the most.", quoted(tag), tag.length() - LONGEST_TAG,
					LONGEST_TAG);
		}
		if (UnseenCharacters.areIn(tag)) {
			add("The tag %s has a character that cannot be seen.", quoted(tag));
		}
	}

	private void checkComment(@Nullable String comment) {
		if (comment == null) {
			return;
		}
		if (comment.length() > TriageChange.LONGEST_COMMENT) {
			add("The comment has %,d characters too many; %,d are the most.",
					comment.length() - TriageChange.LONGEST_COMMENT, TriageChange.LONGEST_COMMENT);
		}
		comment.codePoints()
			.filter((character) -> character != '\n' && character != '\t' && UnseenCharacters.isControl(character))
			.findFirst()
			.ifPresent((character) -> add("The comment has a control character, U+%04X, which cannot be sent.",
					character));
	}

	private void add(String problem, Object... values) {
		this.problems.add(String.format(Locale.ROOT, problem, values));
	}

	private static String quoted(String text) {
		return "“" + ((text.length() <= LONGEST_QUOTE) ? text : text.substring(0, LONGEST_QUOTE) + "…") + "”";
	}

	private static String words(String word) {
		return NEXT_WORD.matcher(word).replaceAll(" ").toLowerCase(Locale.ROOT);
	}

}
