package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * What one page told, even if it broke off.
 */
final class PageRead implements Consumer<Incident> {

	private final SummaryInterner interner;

	private final List<IncidentSummary> summaries = new ArrayList<>();

	private int first;

	private @Nullable Instant latestUpdate;

	PageRead(SummaryInterner interner) {
		this.interner = interner;
	}

	@Override
	public void accept(Incident incident) {
		this.summaries.add(this.interner.summarize(incident, () -> this.first++));
		Instant update = incident.lastUpdate();
		if (update != null && (this.latestUpdate == null || update.isAfter(this.latestUpdate))) {
			this.latestUpdate = update;
		}
	}

	List<IncidentSummary> summaries() {
		return this.summaries;
	}

	/**
	 * Whether most of it was held by others before.
	 */
	boolean isShared() {
		return 2 * this.first <= this.summaries.size();
	}

	/**
	 * The latest update on the page, if any.
	 */
	@Nullable Instant latestUpdate() {
		return this.latestUpdate;
	}

}
