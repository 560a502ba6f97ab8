package io.watchfloor.web.entity;

import java.nio.charset.StandardCharsets;

import io.watchfloor.defender.Evidence;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.SearchTerms;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * A search for the other incidents that share an entity: the parameters of a view of the
 * queue.
 *
 * @param asset the queue's parameter {@code asset}, or {@code null}
 * @param words the queue's parameter {@code q}, or {@code null}
 */
public record EntitySearch(@Nullable String asset, @Nullable String words) {

	/**
	 * The most characters of a value: an address has to pass every proxy on its way.
	 */
	private static final int LONGEST = 500;

	/**
	 * Search for a piece of evidence by the field that identifies it best.
	 * @return the search, or {@code null} if there is no such field
	 */
	public static @Nullable EntitySearch of(Evidence evidence) {
		return switch (EntityKind.of(evidence.type())) {
			case FILE -> words(Facts.first(evidence.sha1(), evidence.sha256(), evidence.fileName()));
			case PROCESS -> words(evidence.fileName());
			case IP -> words(evidence.ipAddress());
			case URL -> words(evidence.url());
			case OTHER -> words(evidence.name());
			default -> null;
		};
	}

	/**
	 * Return the query of the view's address, encoded, without its question mark.
	 */
	public String query() {
		return (this.asset != null) ? "asset=" + encoded(this.asset) : "q=" + encoded(String.valueOf(this.words));
	}

	private static String encoded(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	/**
	 * Search for an asset.
	 * @return the search, or {@code null} if the value is blank or too long for an
	 * address
	 */
	public static @Nullable EntitySearch asset(@Nullable String asset) {
		return (isUsable(asset)) ? new EntitySearch(asset, null) : null;
	}

	/**
	 * Search for a piece of evidence: for all of its words together, or for each of them
	 * if there are quotes among them.
	 * @return the search, or {@code null} if the value is blank, too long for an address
	 * or has too many words for a search
	 */
	public static @Nullable EntitySearch words(@Nullable String words) {
		return (words != null && isUsable(words) && words.split("\\s+").length <= IncidentQuery.MOST_WORDS)
				? new EntitySearch(null, together(words)) : null;
	}

	private static String together(String words) {
		String typed = SearchTerm.of(words).typed();
		return (SearchTerms.parse(typed).size() == 1) ? typed : words;
	}

	private static boolean isUsable(@Nullable String value) {
		return value != null && !value.isBlank() && value.length() <= LONGEST;
	}

}
