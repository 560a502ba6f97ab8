package io.watchfloor.queue.triage;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst wants changed: {@code null} and empty for what stays. It takes what a
 * form sends: white space around a value is removed, a label counts once, a status is
 * known in any case, lines of a comment end with {@code \n}, and a blank comment is none.
 *
 * @param status {@code Active}, {@code InProgress} or {@code Resolved}
 * @param assignedTo the new owner's user name; empty for nobody
 * @param classification the new classification; goes together with the determination
 * @param determination the new determination, one that goes with the classification
 * @param tagsAdded labels to add
 * @param tagsRemoved labels to remove
 * @param comment a text to add, 1 to {@link #LONGEST_COMMENT} characters
 */
public record TriageChange(@Nullable String status, @Nullable String assignedTo,
		@Nullable Classification classification, @Nullable Determination determination, List<String> tagsAdded,
		List<String> tagsRemoved, @Nullable String comment) implements Serializable {

	/**
	 * The most characters of a comment that the Defender portal takes, counted as a
	 * browser counts them: a line break is one, a character outside Unicode's first
	 * 65,536 is two.
	 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/manage-incidents">
	 * Manage incidents in Microsoft Defender</a>
	 */
	public static final int LONGEST_COMMENT = 30_000;

	/**
	 * The words that can be written, of those that a status may have: {@code Redirected}
	 * is the system's own.
	 */
	static final List<String> STATUS_WORDS = List.of("Active", "InProgress", "Resolved");

	public TriageChange {
		status = (status != null) ? statusWord(status.strip()) : null;
		assignedTo = (assignedTo != null) ? assignedTo.strip() : null;
		tagsAdded = tidied(tagsAdded);
		tagsRemoved = tidied(tagsRemoved);
		comment = (comment != null && !comment.isBlank()) ? lines(comment) : null;
	}

	private static List<String> tidied(Collection<String> tags) {
		return tags.stream().map(String::strip).filter((tag) -> !tag.isEmpty()).distinct().toList();
	}

	/**
	 * Return a status as the API writes it, and another word as it is.
	 */
	static String statusWord(String word) {
		return STATUS_WORDS.stream().filter(word::equalsIgnoreCase).findFirst().orElse(word);
	}

	/**
	 * Return a comment without white space around it, its lines ending with {@code \n}.
	 */
	static String lines(String comment) {
		return comment.strip().replace("\r\n", "\n").replace('\r', '\n');
	}

	/**
	 * Return everything that is wrong with it, in words for the analyst.
	 * @return the problems, none for a change that can be written
	 */
	public List<String> problems() {
		return new ChangeProblems(this).all();
	}

	/**
	 * Return whether nothing is to be changed.
	 */
	public boolean isEmpty() {
		return Stream.of(this.status, this.assignedTo, this.classification, this.determination, this.comment)
			.allMatch(Objects::isNull) && this.tagsAdded.isEmpty() && this.tagsRemoved.isEmpty();
	}

	/**
	 * Return the names of the fields that it names, as {@link TriageResult#conflicts} has
	 * them.
	 */
	List<String> fields() {
		return Stream
			.of((this.status != null) ? SeenState.STATUS : "", (this.assignedTo != null) ? SeenState.ASSIGNED_TO : "",
					(this.classification != null) ? SeenState.CLASSIFICATION : "",
					(this.determination != null) ? SeenState.DETERMINATION : "",
					(this.tagsAdded.isEmpty() && this.tagsRemoved.isEmpty()) ? "" : SeenState.TAGS)
			.filter((name) -> !name.isEmpty())
			.toList();
	}

}
