package io.watchfloor.web.entity;

import java.util.List;

/**
 * The entities of one kind that an alert names.
 *
 * @param name the kind, in the plural where there are several
 * @param icon the kind's picture in {@code icons/shapes.svg}
 * @param links their titles, leading to their places on the page
 */
public record EntityMentions(String name, String icon, List<FactValue> links) {
}
