package io.watchfloor.queue.index;

import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * The incidents beside one in a selection.
 *
 * @param previous the one before it, if any
 * @param next the one behind it, if any
 */
public record Neighbours(@Nullable IncidentSummary previous, @Nullable IncidentSummary next) {
}
