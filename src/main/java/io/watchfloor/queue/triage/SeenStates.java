package io.watchfloor.queue.triage;

import org.jspecify.annotations.Nullable;

/**
 * Finds the state of an incident as an analyst saw it.
 */
@FunctionalInterface
public interface SeenStates {

	/**
	 * Return the state that the analyst saw.
	 * @param id the incident's number
	 * @return the state; {@code null} when the analyst saw none
	 */
	@Nullable SeenState of(long id);

}
