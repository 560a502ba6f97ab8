package io.watchfloor.defender.graph;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.IncidentSource.PageRequest;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Reads all incidents from the newest creation backwards, as a queue does.
 */
final class WalkReader {

	private final IncidentSource source;

	private final ReaderId reader = new ReaderId();

	final Map<Long, Incident> read = new HashMap<>();

	private @Nullable Instant oldest;

	private @Nullable Instant createdUntil;

	private int ties;

	private int skip;

	WalkReader(IncidentSource source) {
		this.source = source;
	}

	/**
	 * Read the next page.
	 */
	Page next(Urgency urgency) {
		this.oldest = null;
		this.ties = 0;
		Page page = this.source.list(new PageRequest(null, this.createdUntil, null, this.skip,
				this.source.largestPage(), new CallPriority(this.reader, urgency)), this::accept);
		if (this.oldest == null || this.oldest.equals(this.createdUntil)) {
			this.skip += Math.max(1, page.size() - 1);
		}
		else {
			this.createdUntil = this.oldest;
			this.skip = this.ties - 1;
		}
		return page;
	}

	/**
	 * Read all pages.
	 */
	WalkReader all() {
		Page page = next(Urgency.FIRST);
		for (int pages = 0; page.more(); pages++) {
			if (pages > 10_000) {
				throw new AssertionError("The walk has no end");
			}
			page = next(Urgency.FURTHER);
		}
		return this;
	}

	private void accept(Incident incident) {
		this.read.put(incident.id(), incident);
		Instant created = incident.created();
		if (created != null && (this.oldest == null || created.isBefore(this.oldest))) {
			this.oldest = created;
			this.ties = 0;
		}
		if (created != null && created.equals(this.oldest)) {
			this.ties++;
		}
	}

}
