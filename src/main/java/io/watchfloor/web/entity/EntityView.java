package io.watchfloor.web.entity;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A device or a piece of evidence as the page shows it, once for the whole incident.
 *
 * @param anchor its HTML id
 * @param title its name
 * @param facts what else is known
 * @param search the search for other incidents that share it, or {@code null}
 * @param alerts the numbers of the alerts that name it, ascending
 * @param depth for a process, how many of its ancestors are above it; else 0
 */
public record EntityView(String anchor, FactValue title, List<Fact> facts, @Nullable EntitySearch search,
		List<Integer> alerts, int depth) {
}
