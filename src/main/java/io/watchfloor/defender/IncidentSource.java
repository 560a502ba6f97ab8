package io.watchfloor.defender;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Reads incidents for the analyst who is signed in to the current request, with that
 * analyst's token. Each call counts against the call budget of the whole installation.
 */
public interface IncidentSource {

	/**
	 * The most incidents in a page of the API.
	 */
	int LARGEST_PAGE = 100;

	/**
	 * Read a page of incidents, newest created first. Each incident is passed on as soon
	 * as it is read, so that a large page is never held in memory; when the call fails,
	 * some may have been passed on already.
	 * @param request the incidents to read
	 * @param consumer takes each incident
	 * @return the size of the page and whether there may be more
	 * @throws DefenderException when the call fails
	 */
	Page list(PageRequest request, Consumer<? super Incident> consumer);

	/**
	 * Read one incident.
	 * @param id the incident's number
	 * @param reader the reader that makes the call
	 * @return the incident
	 * @throws DefenderException.NotFound when there is no such incident, or none that the
	 * analyst may see
	 * @throws DefenderException when the call fails
	 */
	Incident get(long id, ReaderId reader);

	/**
	 * Return whether this source tells of something that not every source does. What it
	 * does not tell of is absent in each incident, which says nothing of the incident.
	 * @param detail what to ask for
	 * @return whether it may be there
	 */
	boolean gives(SourceDetail detail);

	/**
	 * A page to read: of the incidents that satisfy every condition that is set.
	 *
	 * @param updatedSince the earliest last update, or {@code null} for any
	 * @param createdUntil the latest creation, or {@code null} for any
	 * @param status the status, {@code Active} or {@code InProgress}, or {@code null} for
	 * any
	 * @param skip the number of incidents to skip, from 0
	 * @param top the most incidents to read, 1 to {@link #LARGEST_PAGE}
	 * @param priority the reader that makes the call and its urgency
	 * @param retried whether to try again at once what failed and may succeed a moment
	 * later
	 */
	record PageRequest(@Nullable Instant updatedSince, @Nullable Instant createdUntil, @Nullable String status,
			int skip, int top, CallPriority priority, boolean retried) {

		/**
		 * Create a request that is retried.
		 */
		public PageRequest(@Nullable Instant updatedSince, @Nullable Instant createdUntil, @Nullable String status,
				int skip, int top, CallPriority priority) {
			this(updatedSince, createdUntil, status, skip, top, priority, true);
		}

		/**
		 * Return the request for another part of the same incidents.
		 */
		public PageRequest part(int newSkip, int newTop, boolean newRetried) {
			return new PageRequest(this.updatedSince, this.createdUntil, this.status, newSkip, newTop, this.priority,
					newRetried);
		}

	}

	/**
	 * What is known of a page after it was read.
	 *
	 * @param size the number of incidents in it, from 0
	 * @param more whether there may be more incidents after it
	 * @param unreadable for each incident that cannot be read, the number of the one
	 * before it on the page, 0 where there is none
	 */
	record Page(int size, boolean more, List<Long> unreadable) {

		public Page {
			unreadable = List.copyOf(unreadable);
		}

		/**
		 * Create the page of incidents that can all be read.
		 */
		public Page(int size, boolean more) {
			this(size, more, List.of());
		}

	}

}
