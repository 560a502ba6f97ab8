package io.watchfloor.queue;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

import io.watchfloor.defender.Incident;

/**
 * Makes equal summaries one object for as long as a queue holds it. The analysts of a
 * team so share memory, never access: a summary is found here only by who brings its
 * equal.
 */
public final class SummaryInterner {

	private final ConcurrentMap<Held, Held> held = new ConcurrentHashMap<>();

	private final ReferenceQueue<IncidentSummary> dropped = new ReferenceQueue<>();

	private final RecentValues values = new RecentValues();

	/**
	 * Sum up an incident.
	 * @param incident the incident as the API told it
	 * @return its summary, the same object for equal ones
	 */
	public IncidentSummary summarize(Incident incident) {
		forgetDropped();
		IncidentSummary summary = new Summarizer(incident, this.values::shared).summary();
		Held candidate = new Held(summary, this.dropped);
		IncidentSummary known;
		do {
			Held winner = this.held.computeIfAbsent(candidate, (key) -> key);
			known = winner.get();
		}
		while (known == null);
		return known;
	}

	/**
	 * How many different summaries are held.
	 */
	int size() {
		forgetDropped();
		return this.held.size();
	}

	private void forgetDropped() {
		for (Object gone = this.dropped.poll(); gone != null; gone = this.dropped.poll()) {
			this.held.remove(gone);
		}
	}

	/**
	 * A summary that stays only while somebody else holds it. Once gone it equals nothing
	 * but itself.
	 */
	private static final class Held extends WeakReference<IncidentSummary> {

		private final int hash;

		private Held(IncidentSummary summary, ReferenceQueue<IncidentSummary> dropped) {
			super(summary, dropped);
			this.hash = summary.hashCode();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			if (this == other) {
				return true;
			}
			IncidentSummary summary = get();
			return summary != null && other instanceof Held that && that.hash == this.hash
					&& summary.equals(that.get());
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
