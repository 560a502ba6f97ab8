package io.watchfloor.sandbox.graph;

import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A property by which a list of Graph's can be filtered: a time, a word of an
 * enumeration, or any text.
 *
 * @param <T> what the list holds
 * @param time gives the time; {@code null} for another kind of property
 * @param text gives the text, by Graph's spelling; {@code null} for a time
 * @param words the enumeration; {@code null} for another kind of property
 */
record GraphProperty<T>(@Nullable Function<T, @Nullable Instant> time, @Nullable Function<T, @Nullable String> text,
		@Nullable Words words) {

	static <T> GraphProperty<T> time(Function<T, @Nullable Instant> time) {
		return new GraphProperty<>(time, null, null);
	}

	static <T> GraphProperty<T> text(Function<T, @Nullable String> text) {
		return new GraphProperty<>(null, text, null);
	}

	/**
	 * A property with words of an enumeration.
	 * @param words the enumeration
	 * @param word gives the word in the Defender API's spelling
	 */
	static <T> GraphProperty<T> word(Words words, Function<T, @Nullable String> word) {
		return new GraphProperty<>(null, (one) -> words.say(word.apply(one), true), words);
	}

}
