package io.watchfloor.web.parts;

import org.jspecify.annotations.Nullable;

/**
 * A link in the navigation between the parts of an incident.
 *
 * @param label the name of the part
 * @param address its address
 * @param count how much it has, or {@code null} if that is not counted
 * @param current whether the page shows it
 */
public record PartLink(String label, String address, @Nullable Integer count, boolean current) {
}
