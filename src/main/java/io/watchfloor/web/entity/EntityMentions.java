package io.watchfloor.web.entity;

import java.util.List;

/**
 * The entities of one kind that an alert names.
 *
 * @param name the kind, in the plural where there are several
 * @param icon the kind's picture in {@code icons/shapes.svg}
 * @param links the entities, the worst verdict first
 * @param asset whether they are what was attacked
 * @param more how many more the alert names
 */
public record EntityMentions(String name, String icon, List<Mention> links, boolean asset, int more) {
}
