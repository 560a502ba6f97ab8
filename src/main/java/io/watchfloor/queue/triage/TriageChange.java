package io.watchfloor.queue.triage;

import java.util.List;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst wants changed: {@code null} and empty for what stays.
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
		List<String> tagsRemoved, @Nullable String comment) {

	/**
	 * The most characters of a comment that the Defender portal takes.
	 */
	public static final int LONGEST_COMMENT = 30_000;

	public TriageChange {
		tagsAdded = List.copyOf(tagsAdded);
		tagsRemoved = List.copyOf(tagsRemoved);
	}

	/**
	 * Return everything that is wrong with it, in words for the analyst.
	 * @return the problems, none for a change that can be written
	 */
	public List<String> problems() {
		throw new UnsupportedOperationException("not built yet");
	}

}
