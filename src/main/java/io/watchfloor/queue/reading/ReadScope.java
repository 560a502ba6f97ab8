package io.watchfloor.queue.reading;

import java.time.Instant;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * A part of the API's incidents that is read or checked from the newest creation
 * backwards: those that changed since a time, or the open ones of a status whatever their
 * age.
 *
 * @param updatedSince the earliest last update, inclusive; {@code null} for any
 * @param status the API's word for the status; {@code null} for any
 */
record ReadScope(@Nullable Instant updatedSince, @Nullable String status) {

	static ReadScope updatedSince(Instant time) {
		return new ReadScope(time, null);
	}

	static ReadScope ofStatus(String word) {
		return new ReadScope(null, word);
	}

	/**
	 * Return the part of this that changed since a later time.
	 */
	ReadScope narrowed(Instant since) {
		return (this.updatedSince == null || since.isAfter(this.updatedSince)) ? new ReadScope(since, this.status)
				: this;
	}

	PageRequest page(@Nullable Instant createdUntil, int skip, int top, CallPriority priority) {
		return new PageRequest(this.updatedSince, createdUntil, this.status, skip, top, priority);
	}

	/**
	 * Return whether the API should list an incident. One that last changed at an unknown
	 * time is listed for any time.
	 */
	boolean contains(IncidentSummary summary) {
		boolean late = this.updatedSince == null || summary.updated() == null
				|| summary.updatedMillis() >= this.updatedSince.toEpochMilli();
		return late && (this.status == null || this.status.equals(summary.status().word()));
	}

}
