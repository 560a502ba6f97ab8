package io.watchfloor.queue.reading;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Summarizer;
import io.watchfloor.queue.index.Day;
import io.watchfloor.queue.index.IncidentIndex;

/**
 * Makes equal summaries one object for as long as a queue has one, and equal days
 * likewise. So the analysts of a team share memory but not access: only who already has
 * an equal summary gets one from here, and only who already has all incidents of a day.
 */
public final class SummaryInterner {

	private final WeakInterner<IncidentSummary> summaries = new WeakInterner<>(QueueMemory::bytes);

	private final WeakInterner<Day> days = new WeakInterner<>((day) -> 0);

	private final RecentValues values = new RecentValues();

	/**
	 * Summarize an incident.
	 * @param incident the incident as the API sent it
	 * @return its summary, the same object for equal ones
	 */
	public IncidentSummary summarize(Incident incident) {
		return summarize(incident, () -> {
		});
	}

	/**
	 * Summarize an incident.
	 * @param incident the incident as the API sent it
	 * @param ifNew runs if no queue had an equal summary
	 * @return its summary, the same object for equal ones
	 */
	IncidentSummary summarize(Incident incident, Runnable ifNew) {
		IncidentSummary summary = new Summarizer(incident, this.values::intern).summary();
		IncidentSummary known = this.summaries.intern(summary);
		if (known == summary) {
			ifNew.run();
		}
		return known;
	}

	/**
	 * Return an index without incidents. All indexes made from those that this method
	 * returns share equal days.
	 * @return the index
	 */
	public IncidentIndex emptyIndex() {
		return new IncidentIndex(this.days::intern);
	}

	/**
	 * Estimate the bytes that the summaries take, including removed ones that are not yet
	 * garbage-collected.
	 */
	long bytes() {
		return this.summaries.bytes();
	}

	/**
	 * Return the number of different summaries, including removed ones that are not yet
	 * garbage-collected.
	 */
	int size() {
		return this.summaries.size();
	}

}
