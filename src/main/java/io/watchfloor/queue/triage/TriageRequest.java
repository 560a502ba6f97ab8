package io.watchfloor.queue.triage;

import org.jspecify.annotations.Nullable;

/**
 * A change of one incident as an analyst sent it.
 *
 * @param id the incident's number
 * @param seen the state that the analyst saw; {@code null} when none was sent, which is
 * then no conflict with anything
 * @param change what to change
 * @param form names the form that was sent: the same form sent twice is written once, and
 * has the same result
 * @param overwrite whether the analyst wants it written although somebody else changed
 * the incident meanwhile
 */
public record TriageRequest(long id, @Nullable SeenState seen, TriageChange change, String form, boolean overwrite) {
}
