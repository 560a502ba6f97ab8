package io.watchfloor.defender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Reads incidents for the analyst who is signed in to the current request, with that
 * analyst's token. Each call counts against the call budget of the whole installation.
 */
public interface IncidentSource {

	/**
	 * Return the most incidents in a page of the API.
	 * @return the number, more than 1
	 */
	int largestPage();

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
	 * Return whether the API lists exactly those incidents of a part that a reader holds,
	 * by one call that does not list them. This method skips as many as the reader holds
	 * before the part's oldest, and reads that one only if the API has exactly as many.
	 * Two differences that cancel each other out stay unnoticed.
	 * @param part the part
	 * @param consumer takes each incident that is read
	 * @return when the part's oldest incident was created, {@code null} if the API has
	 * more incidents in the part, or fewer
	 * @throws DefenderException when the call fails
	 */
	default @Nullable Instant confirm(HeldPart part, Consumer<? super Incident> consumer) {
		List<Incident> listed = new ArrayList<>();
		Page page = list(part.oldestOn(), listed::add);
		listed.forEach(consumer);
		boolean equal = !listed.isEmpty() && listed.get(0).id() == part.oldest()
				&& (!part.end() || (page.size() == 1 && !page.more()));
		return equal ? listed.get(0).created() : null;
	}

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
	 * @param top the most incidents to read, 1 to {@link #largestPage}
	 * @param priority the reader that makes the call and its urgency
	 * @param retried whether to try again at once what failed and may succeed a moment
	 * later
	 * @param alerts whether the incidents are needed with their alerts; otherwise they
	 * may come without, and say so
	 */
	record PageRequest(@Nullable Instant updatedSince, @Nullable Instant createdUntil, @Nullable String status,
			int skip, int top, CallPriority priority, boolean retried, boolean alerts) {

		/**
		 * Create a request for incidents with their alerts that is retried.
		 */
		public PageRequest(@Nullable Instant updatedSince, @Nullable Instant createdUntil, @Nullable String status,
				int skip, int top, CallPriority priority) {
			this(updatedSince, createdUntil, status, skip, top, priority, true, true);
		}

		/**
		 * Return the request for the same incidents, with or without their alerts.
		 */
		public PageRequest withoutAlerts() {
			return new PageRequest(this.updatedSince, this.createdUntil, this.status, this.skip, this.top,
					this.priority, this.retried, false);
		}

		/**
		 * Return the request for another part of the same incidents.
		 */
		public PageRequest part(int newSkip, int newTop, boolean newRetried) {
			return new PageRequest(this.updatedSince, this.createdUntil, this.status, newSkip, newTop, this.priority,
					newRetried, this.alerts);
		}

	}

	/**
	 * A part of the incidents, by creation, as a reader holds it.
	 *
	 * @param oldestOn the page of two incidents that begins with the part's oldest, if
	 * the API has as many before it as it skips
	 * @param oldest the number of that incident
	 * @param oldestCreated when it was created, to the millisecond, the only one within
	 * it
	 * @param end whether the reader holds nothing older
	 */
	record HeldPart(PageRequest oldestOn, long oldest, Instant oldestCreated, boolean end) {
	}

	/**
	 * What is known of a page after it was read.
	 *
	 * @param size the number of incidents in it, from 0
	 * @param more whether there may be more incidents after it
	 * @param unreadable for each incident that cannot be read, the number of the one
	 * before it on the page, 0 where there is none
	 * @param partial whether something may be missing, because some of the services
	 * behind the API did not answer
	 */
	record Page(int size, boolean more, List<Long> unreadable, boolean partial) {

		public Page {
			unreadable = List.copyOf(unreadable);
		}

		/**
		 * Create the page of incidents that can all be read.
		 */
		public Page(int size, boolean more) {
			this(size, more, List.of());
		}

		/**
		 * Create a page of which nothing is missing but what cannot be read.
		 */
		public Page(int size, boolean more, List<Long> unreadable) {
			this(size, more, unreadable, false);
		}

	}

}
