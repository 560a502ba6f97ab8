package io.watchfloor.web.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Collects facts in the order in which their names first occur. Values that are null or
 * blank are ignored, and equal values are kept once, so that an entity that many alerts
 * name has each of its values once.
 */
public final class Facts {

	private final Map<String, Set<FactValue>> values = new LinkedHashMap<>();

	/**
	 * Add a text that somebody outside wrote.
	 */
	public Facts text(String label, @Nullable String text) {
		String line = ForeignText.line(text);
		return (line != null) ? add(label, FactValue.words(line)) : this;
	}

	/**
	 * Add a word of an open enumeration.
	 */
	public Facts term(String label, @Nullable String word) {
		String term = ForeignText.line(Terms.of(word));
		return (term != null) ? add(label, FactValue.words(term)) : this;
	}

	/**
	 * Add a text that people copy.
	 */
	public Facts code(String label, @Nullable String raw) {
		return shown(label, raw, FactValue::code);
	}

	/**
	 * Add texts that people copy.
	 */
	Facts codes(String label, List<String> raw) {
		raw.forEach((text) -> code(label, text));
		return this;
	}

	/**
	 * Add a text whose value is made by a function, because it is not shown as it is
	 * copied.
	 * @param shown makes the value of the text
	 */
	Facts shown(String label, @Nullable String raw, Function<String, FactValue> shown) {
		return (raw != null && !raw.isBlank()) ? add(label, shown.apply(raw)) : this;
	}

	Facts number(String label, @Nullable Long number) {
		return (number != null) ? add(label, FactValue.words(number.toString())) : this;
	}

	/**
	 * Add a time.
	 */
	public Facts time(String label, @Nullable Instant time) {
		return (time != null) ? add(label, FactValue.time(time)) : this;
	}

	Facts add(String label, FactValue value) {
		this.values.computeIfAbsent(label, (absent) -> new LinkedHashSet<>()).add(value);
		return this;
	}

	/**
	 * Add all facts of another collection.
	 */
	Facts addAll(Facts others) {
		others.values.forEach((label, values) -> values.forEach((value) -> add(label, value)));
		return this;
	}

	/**
	 * Return the facts, without further changes.
	 */
	public List<Fact> toList() {
		List<Fact> facts = new ArrayList<>();
		this.values.forEach((label, values) -> facts.add(new Fact(label, List.copyOf(values))));
		return facts;
	}

	/**
	 * Return the first text that is neither null nor blank, or {@code null} if there is
	 * none.
	 */
	public static @Nullable String first(@Nullable String... texts) {
		return Stream.of(texts).filter((text) -> text != null && !text.isBlank()).findFirst().orElse(null);
	}

}
