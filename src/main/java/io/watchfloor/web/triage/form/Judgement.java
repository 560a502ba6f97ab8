package io.watchfloor.web.triage.form;

import java.util.Arrays;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.web.address.BadParameterException;
import org.jspecify.annotations.Nullable;

/**
 * A classification with its determination.
 *
 * @param classification the classification
 * @param determination the determination
 */
public record Judgement(Classification classification, @Nullable Determination determination) {

	/**
	 * Read the two fields of a form.
	 * @return the judgement, or {@code null} for none
	 * @throws BadParameterException if a word is not known
	 */
	public static @Nullable Judgement of(@Nullable String classification, @Nullable String determination) {
		if (classification == null || classification.isEmpty()) {
			return null;
		}
		String[] words = classification.split("/", 2);
		String second = (words.length == 2) ? words[1] : determination;
		Classification first = Classification.of(words[0]);
		if (first == null) {
			throw new BadParameterException("classification", "one of "
					+ String.join(", ", Arrays.stream(Classification.values()).map(Classification::word).toList()));
		}
		Determination finding = (second != null && !second.isEmpty()) ? Determination.of(second) : null;
		if (finding == null && second != null && !second.isEmpty()) {
			throw new BadParameterException("determination", "one of "
					+ String.join(", ", Arrays.stream(Determination.values()).map(Determination::word).toList()));
		}
		return new Judgement(first, finding);
	}

	/**
	 * Return the judgement of a state, or {@code null} where a word is not known.
	 */
	public static @Nullable Judgement of(SeenState seen) {
		Classification classification = Classification.of(seen.classification());
		Determination determination = Determination.of(seen.determination());
		return (classification != null && determination != null) ? new Judgement(classification, determination) : null;
	}

	/**
	 * Return the value of the field that names both.
	 */
	public String value() {
		return this.classification.word() + ((this.determination != null) ? "/" + this.determination.word() : "");
	}

}
