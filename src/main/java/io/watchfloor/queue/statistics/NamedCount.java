package io.watchfloor.queue.statistics;

import java.util.Set;

/**
 * The number of incidents that have any of the values with one name.
 *
 * @param name the name that people read
 * @param values the values with that name, each in one spelling
 * @param incidents the number of incidents, from 1
 */
public record NamedCount(String name, Set<String> values, int incidents) {
}
