package io.watchfloor.queue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A word, or words that stand together, to search incidents for.
 *
 * @param scope what it is narrowed to; {@code null} to look through all fields
 * @param text the word or words, in any case, which may be defanged
 * @param excluded whether incidents that have it are left out
 */
public record SearchTerm(@Nullable SearchScope scope, String text, boolean excluded) {

	/**
	 * Create a term that has to occur in any field.
	 * @param text the word or words
	 * @return the term
	 */
	public static SearchTerm of(String text) {
		return new SearchTerm(null, text, false);
	}

	/**
	 * Return the term as {@link SearchTerms#parse} reads it, in quotes where it needs
	 * them.
	 * @return such as {@code -user:"Ada Lovelace"}
	 */
	public String typed() {
		String before = (this.excluded ? "-" : "") + ((this.scope != null) ? this.scope.prefix() : "");
		String bare = before + this.text;
		return SearchTerms.parse(bare).equals(List.of(this)) ? bare : before + '"' + this.text + '"';
	}

}
