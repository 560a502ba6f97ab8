package io.watchfloor.queue.triage;

import java.time.Instant;

import io.watchfloor.defender.IncidentUpdate;

/**
 * A change that can be undone for a while.
 *
 * @param name names it in forms, and cannot be guessed
 * @param incident the incident's number
 * @param written what was written
 * @param restores what undoing writes
 * @param until when it can be undone no longer
 */
public record UndoEntry(String name, long incident, IncidentUpdate written, IncidentUpdate restores, Instant until) {
}
