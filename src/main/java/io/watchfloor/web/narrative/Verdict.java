package io.watchfloor.web.narrative;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What Defender judged a piece of evidence to be, the worst last. The enumeration is
 * open: a word that is not known here says nothing.
 */
enum Verdict {

	NO_THREATS_FOUND, NONE, SUSPICIOUS, MALICIOUS;

	static Verdict of(@Nullable String word) {
		return (word == null) ? NONE
				: Arrays.stream(values())
					.filter((verdict) -> verdict.name().replace("_", "").equalsIgnoreCase(word.strip()))
					.findFirst()
					.orElse(NONE);
	}

	/**
	 * Return whether it says that something is bad.
	 */
	boolean isBad() {
		return this == SUSPICIOUS || this == MALICIOUS;
	}

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
