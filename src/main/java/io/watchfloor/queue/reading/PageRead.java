package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * The incidents read from one page, which are complete up to a failure.
 */
final class PageRead implements Consumer<Incident> {

	private final SummaryInterner interner;

	private final List<IncidentSummary> summaries = new ArrayList<>();

	private int added;

	private @Nullable Instant latestUpdate;

	PageRead(SummaryInterner interner) {
		this.interner = interner;
	}

	@Override
	public void accept(Incident incident) {
		this.summaries.add(this.interner.summarize(incident, () -> this.added++));
		Instant update = incident.lastUpdate();
		if (update != null && (this.latestUpdate == null || update.isAfter(this.latestUpdate))) {
			this.latestUpdate = update;
		}
	}

	List<IncidentSummary> summaries() {
		return this.summaries;
	}

	/**
	 * Return whether at least half of the page was in another queue already.
	 */
	boolean isShared() {
		return 2 * this.added <= this.summaries.size();
	}

	/**
	 * Return the latest update on the page; {@code null} for none.
	 */
	@Nullable Instant latestUpdate() {
		return this.latestUpdate;
	}

}
