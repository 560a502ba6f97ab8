package io.watchfloor.queue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Looks for one search term in the texts of incidents.
 */
public final class SearchMatcher {

	private final SearchTerm term;

	/**
	 * The forms of the term, one of which must occur.
	 */
	private final List<String> spellings;

	/**
	 * Create a matcher.
	 * @param term the term
	 */
	public SearchMatcher(SearchTerm term) {
		this.term = term;
		this.spellings = SearchText.spellings(term.text());
	}

	/**
	 * Return the term.
	 * @return the term
	 */
	public SearchTerm term() {
		return this.term;
	}

	/**
	 * Return whether the term selects an incident.
	 * @param text the incident's texts
	 * @return whether the term occurs or, if it is excluded, does not
	 */
	public boolean selects(SearchText text) {
		for (String spelling : this.spellings) {
			if (text.indexOf(spelling, this.term.scope()) >= 0) {
				return !this.term.excluded();
			}
		}
		return this.term.excluded();
	}

	/**
	 * Find where the term occurs first.
	 * @param text an incident's texts
	 * @return the match; {@code null} if it does not occur
	 */
	public @Nullable SearchMatch find(SearchText text) {
		for (String spelling : this.spellings) {
			int start = text.indexOf(spelling, this.term.scope());
			if (start >= 0) {
				return text.match(start, start + spelling.length());
			}
		}
		return null;
	}

}
