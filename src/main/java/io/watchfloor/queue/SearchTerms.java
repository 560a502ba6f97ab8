package io.watchfloor.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody typed into a search field as terms. Words stand between white
 * space; {@code "words together"} are one term, {@code -word} excludes, and a prefix such
 * as {@code ip:} narrows. A quote that is not closed reaches to the end. Everything else
 * is a word: there is no search that cannot be read.
 */
public final class SearchTerms {

	/**
	 * Quotes as keyboards of computers and of phones type them.
	 */
	private static final String QUOTES = "\"\u201C\u201D\u201E";

	private final String search;

	private int at;

	private SearchTerms(String search) {
		this.search = search;
	}

	/**
	 * Read a search.
	 * @param search the search, as typed
	 * @return its terms in order, each once
	 */
	public static List<SearchTerm> parse(String search) {
		SearchTerms terms = new SearchTerms(search);
		List<SearchTerm> all = new ArrayList<>();
		while (terms.skipSpace()) {
			SearchTerm term = terms.next();
			if (!term.text().isEmpty()) {
				all.add(term);
			}
		}
		return all.stream().distinct().toList();
	}

	/**
	 * Write a search that {@link #parse} reads as some terms.
	 * @param terms the terms
	 * @return the search
	 */
	public static String write(List<SearchTerm> terms) {
		return terms.stream().map(SearchTerm::typed).collect(Collectors.joining(" "));
	}

	private boolean skipSpace() {
		while (this.at < this.search.length() && isSpace()) {
			this.at++;
		}
		return this.at < this.search.length();
	}

	private SearchTerm next() {
		boolean excluded = this.search.charAt(this.at) == '-' && isFollowed(this.at + 1);
		if (excluded) {
			this.at++;
		}
		SearchScope scope = scope();
		if (scope != null) {
			this.at += scope.prefix().length();
		}
		return new SearchTerm(scope, isQuote() ? quoted() : word(), excluded);
	}

	/**
	 * Return the prefix that stands here with a term behind it.
	 */
	private @Nullable SearchScope scope() {
		return Stream.of(SearchScope.values())
			.filter((scope) -> this.search.regionMatches(true, this.at, scope.prefix(), 0, scope.prefix().length()))
			.filter((scope) -> isFollowed(this.at + scope.prefix().length()))
			.findFirst()
			.orElse(null);
	}

	private String quoted() {
		int start = ++this.at;
		while (this.at < this.search.length() && !isQuote()) {
			this.at++;
		}
		String text = this.search.substring(start, this.at);
		this.at++;
		return SearchText.singleSpaced(text).strip();
	}

	private String word() {
		int start = this.at;
		while (this.at < this.search.length() && !isSpace()) {
			this.at++;
		}
		return this.search.substring(start, this.at);
	}

	private boolean isFollowed(int index) {
		return index < this.search.length() && !SearchText.isSpace(this.search.charAt(index));
	}

	private boolean isSpace() {
		return SearchText.isSpace(this.search.charAt(this.at));
	}

	private boolean isQuote() {
		return QUOTES.indexOf(this.search.charAt(this.at)) >= 0;
	}

}
