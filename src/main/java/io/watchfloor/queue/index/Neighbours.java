package io.watchfloor.queue.index;

import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * The incidents before and after one in a selection.
 *
 * @param previous the one before it; {@code null} if there is none
 * @param next the one after it; {@code null} if there is none
 * @param before how many there are before it
 */
public record Neighbours(@Nullable IncidentSummary previous, @Nullable IncidentSummary next, int before) {
}
