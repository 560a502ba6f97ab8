package io.watchfloor.queue.statistics;

import java.util.Set;

/**
 * How many incidents have any of the values that people know by one name.
 *
 * @param name the name
 * @param values the values, in one spelling each
 * @param incidents how many incidents have one, from 1
 */
public record NamedCount(String name, Set<String> values, int incidents) {
}
