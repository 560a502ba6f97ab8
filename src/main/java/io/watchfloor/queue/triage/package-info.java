/**
 * Decides what is written back to an incident, whether it may be, and what became of it.
 * The next room is {@code defender}, which writes.
 */
@NullMarked
package io.watchfloor.queue.triage;

import org.jspecify.annotations.NullMarked;
