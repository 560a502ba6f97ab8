package io.watchfloor.web.narrative;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A sentence about an attack.
 *
 * @param clauses its clauses, with the blanks between them
 */
public record Sentence(List<Clause> clauses) {

	static Sentence begin() {
		return new Sentence(List.of());
	}

	/**
	 * Return this sentence with own words.
	 */
	Sentence words(String words) {
		return with(Clause.words(words, null));
	}

	/**
	 * Return this sentence with own words that lead to their evidence.
	 */
	Sentence words(String words, @Nullable String address) {
		return with(Clause.words(words, address));
	}

	/**
	 * Return this sentence with a text from outside.
	 */
	Sentence quote(String text, @Nullable String address) {
		return with(Clause.quote(text, address));
	}

	/**
	 * Return this sentence with the name of a device, a user or a mailbox.
	 */
	Sentence asset(String name, @Nullable String address) {
		return with(Clause.asset(name, address));
	}

	/**
	 * Return this sentence with a time.
	 */
	Sentence time(Instant time, @Nullable String address) {
		return with(Clause.time(time, address));
	}

	/**
	 * Return this sentence with an enumeration such as {@code a, b and c}.
	 */
	Sentence list(List<List<Clause>> items) {
		Sentence list = this;
		for (int i = 0; i < items.size(); i++) {
			String between = (i == items.size() - 1) ? " and " : ", ";
			list = (i == 0) ? list : list.words(between);
			for (Clause clause : items.get(i)) {
				list = list.with(clause);
			}
		}
		return list;
	}

	private Sentence with(Clause clause) {
		List<Clause> all = new ArrayList<>(this.clauses);
		all.add(clause);
		return new Sentence(List.copyOf(all));
	}

	/**
	 * Return the sentence as plain text, with quotes in quotation marks.
	 */
	public String text() {
		return this.clauses.stream().map(Clause::plain).collect(Collectors.joining());
	}

}
