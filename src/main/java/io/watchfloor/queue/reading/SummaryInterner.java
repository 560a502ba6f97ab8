package io.watchfloor.queue.reading;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Summarizer;
import io.watchfloor.queue.index.Day;
import io.watchfloor.queue.index.IncidentIndex;

/**
 * Makes equal summaries one object for as long as a queue holds it, and equal days of
 * queues as well. The analysts of a team so share memory, never access: a summary is
 * found here only by who brings its equal, and a day only by who holds all that is in it.
 */
public final class SummaryInterner {

	private final WeakInterner<IncidentSummary> summaries = new WeakInterner<>(QueueMemory::bytes);

	private final WeakInterner<Day> days = new WeakInterner<>((day) -> 0);

	private final RecentValues values = new RecentValues();

	/**
	 * Sum up an incident.
	 * @param incident the incident as the API told it
	 * @return its summary, the same object for equal ones
	 */
	public IncidentSummary summarize(Incident incident) {
		return summarize(incident, () -> {
		});
	}

	/**
	 * Sum up an incident.
	 * @param incident the incident as the API told it
	 * @param first is told when nobody held an equal summary
	 * @return its summary, the same object for equal ones
	 */
	IncidentSummary summarize(Incident incident, Runnable first) {
		IncidentSummary summary = new Summarizer(incident, this.values::shared).summary();
		IncidentSummary known = this.summaries.shared(summary);
		if (known == summary) {
			first.run();
		}
		return known;
	}

	/**
	 * An index of nothing yet, which will share its days with others of the same origin.
	 */
	public IncidentIndex emptyIndex() {
		return new IncidentIndex(this.days::shared);
	}

	/**
	 * About how many bytes they take, those included that nobody holds any more but that
	 * the virtual machine did not collect yet.
	 */
	long bytes() {
		return this.summaries.bytes();
	}

	/**
	 * How many different summaries are held.
	 */
	int size() {
		return this.summaries.size();
	}

}
