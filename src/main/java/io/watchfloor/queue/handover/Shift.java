package io.watchfloor.queue.handover;

import java.time.Instant;

/**
 * One shift of one day.
 *
 * @param start when it begins, inclusive
 * @param end when the next one begins, exclusive
 */
public record Shift(Instant start, Instant end) {
}
