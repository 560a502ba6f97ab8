package io.watchfloor.web.entity;

import java.util.Locale;

import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Defender's judgement of a piece of evidence as a page prints it.
 *
 * @param label the word
 * @param level {@code malicious}, {@code suspicious}, {@code clean} or {@code unknown}:
 * what style classes end in, never a word that came from outside
 * @param rank 3 for malicious down to 0 for what is no threat; an unknown word is worse
 * than that
 */
public record Verdict(String label, String level, int rank) {

	/**
	 * The rank of evidence that was not judged.
	 */
	static final int NOT_JUDGED = 1;

	/**
	 * Return a verdict as a page prints it.
	 * @param word the API's word
	 * @return the verdict, or {@code null} if there is none
	 */
	static @Nullable Verdict of(@Nullable String word) {
		String label = ForeignText.line(Terms.of(word));
		if (word == null || label == null) {
			return null;
		}
		return switch (word.strip().toLowerCase(Locale.ROOT)) {
			case "malicious" -> new Verdict(label, "malicious", 3);
			case "suspicious" -> new Verdict(label, "suspicious", 2);
			case "nothreatsfound", "clean" -> new Verdict(label, "clean", 0);
			default -> new Verdict(label, "unknown", NOT_JUDGED);
		};
	}

	/**
	 * Return the rank of a verdict that may be missing.
	 */
	static int rank(@Nullable Verdict verdict) {
		return (verdict != null) ? verdict.rank() : NOT_JUDGED;
	}

}
