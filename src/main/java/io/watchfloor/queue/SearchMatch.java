package io.watchfloor.queue;

/**
 * Where a search term occurs in an incident: a text as it came, in three parts.
 *
 * @param field the field that has the text
 * @param before what stands before the match
 * @param match the match
 * @param after what follows it
 */
public record SearchMatch(SearchField field, String before, String match, String after) {
}
