package io.watchfloor.defender.shared;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A line of the log: that a call was taken, ended or was not made, or that the API asked
 * for a pause.
 *
 * @param kind what it says
 * @param id the call, or which calls the pause is for
 * @param rest what is recorded of the call, or the length of the pause in milliseconds
 */
record LogLine(Kind kind, String id, String rest) {

	/**
	 * The longest pause that a line may ask for.
	 */
	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final int WORDS = 3;

	static String taken(String id, String what) {
		return Kind.TAKEN + " " + id + " " + what;
	}

	static String ended(String id) {
		return Kind.ENDED + " " + id + " ";
	}

	static String removed(String id) {
		return Kind.REMOVED + " " + id + " ";
	}

	static String paused(String scope, Duration length) {
		return Kind.PAUSED + " " + scope + " " + length.toMillis();
	}

	/**
	 * Read a line.
	 * @return the line, or {@code null} when a node of another version wrote it
	 */
	static @Nullable LogLine of(String text) {
		String[] words = text.split(" ", WORDS);
		for (Kind kind : Kind.values()) {
			if (words.length == WORDS && kind.name().equals(words[0])) {
				return new LogLine(kind, words[1], words[2]);
			}
		}
		return null;
	}

	/**
	 * Return the length of a pause, from 0 to an hour.
	 */
	Duration pause() {
		try {
			long millis = Long.parseLong(this.rest);
			return Duration.ofMillis(Math.max(0, Math.min(millis, LONGEST_PAUSE.toMillis())));
		}
		catch (NumberFormatException ex) {
			return Duration.ZERO;
		}
	}

	enum Kind {

		TAKEN, ENDED, REMOVED, PAUSED

	}

}
