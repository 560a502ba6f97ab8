package io.watchfloor.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Collects facts in the order in which their names first occur. What is null or blank is
 * no fact, and the same value counts once, so that one entity seen by many alerts has
 * each of its values once.
 */
final class Facts {

	private final Map<String, Set<Value>> values = new LinkedHashMap<>();

	/**
	 * Add a text of somebody's.
	 */
	Facts text(String label, @Nullable String text) {
		String line = ForeignText.line(text);
		return (line != null) ? add(label, Value.words(line)) : this;
	}

	/**
	 * Add a word of an open enumeration.
	 */
	Facts term(String label, @Nullable String word) {
		String term = ForeignText.line(Terms.of(word));
		return (term != null) ? add(label, Value.words(term)) : this;
	}

	/**
	 * Add a text that people copy.
	 */
	Facts code(String label, @Nullable String raw) {
		return shown(label, raw, Value::code);
	}

	/**
	 * Add a text that is shown in another way than it is copied.
	 * @param shown makes the value of the text
	 */
	Facts shown(String label, @Nullable String raw, Function<String, Value> shown) {
		return (raw != null && !raw.isBlank()) ? add(label, shown.apply(raw)) : this;
	}

	Facts number(String label, @Nullable Long number) {
		return (number != null) ? add(label, Value.words(number.toString())) : this;
	}

	Facts time(String label, @Nullable Instant time) {
		return (time != null) ? add(label, Value.time(time)) : this;
	}

	Facts add(String label, Value value) {
		this.values.computeIfAbsent(label, (absent) -> new LinkedHashSet<>()).add(value);
		return this;
	}

	/**
	 * Add what another collection holds.
	 */
	Facts addAll(Facts others) {
		others.values.forEach((label, values) -> values.forEach((value) -> add(label, value)));
		return this;
	}

	List<Fact> toList() {
		List<Fact> facts = new ArrayList<>();
		this.values.forEach((label, values) -> facts.add(new Fact(label, List.copyOf(values))));
		return facts;
	}

	/**
	 * The first text that says something.
	 */
	static @Nullable String first(@Nullable String... texts) {
		return Stream.of(texts).filter((text) -> text != null && !text.isBlank()).findFirst().orElse(null);
	}

}
