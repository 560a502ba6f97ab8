package io.watchfloor.defender;

import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Where incidents come from: the port to the outside. Each call is made with the token of
 * the analyst who is signed in to the current request, and counts against the call budget
 * of the whole installation.
 */
public interface IncidentSource {

	/**
	 * The most incidents that the API gives in a page.
	 */
	int LARGEST_PAGE = 100;

	/**
	 * Read one page of incidents, newest created first. They are handed on one at a time
	 * as they are read, so that a large page never stands in memory; when this method
	 * fails, some may have been handed on already.
	 * @param request which incidents
	 * @param reader takes each incident
	 * @return how the page ended
	 * @throws DefenderException when the API does not answer as it should
	 */
	Page list(PageRequest request, Consumer<? super Incident> reader);

	/**
	 * Read one incident.
	 * @param id its number
	 * @return the incident
	 * @throws DefenderException when the API does not answer as it should, or has no such
	 * incident for this analyst
	 */
	Incident get(long id);

	/**
	 * Which incidents to list: those that satisfy every bound that is set.
	 *
	 * @param updatedSince changed at this time or later
	 * @param createdUntil created at this time or earlier
	 * @param skip how many of them to pass over, from 0
	 * @param top how many to read, 1 to {@link #LARGEST_PAGE}
	 * @param priority the reader that makes the call and its urgency
	 */
	record PageRequest(@Nullable Instant updatedSince, @Nullable Instant createdUntil, int skip, int top,
			CallPriority priority) {
	}

	/**
	 * How a page ended.
	 *
	 * @param size how many incidents it held
	 * @param more whether the API may have more behind it
	 */
	record Page(int size, boolean more) {
	}

}
