package io.watchfloor.queue.triage;

import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.queue.reading.IncidentQueue;

/**
 * Reads and writes the incidents of one analyst's queue, which knows of each change at
 * once.
 *
 * @param queue the analyst's queue
 * @param writer makes the changes
 */
public record TriagedQueue(IncidentQueue queue, IncidentWriter writer) implements TriagedIncidents {

	@Override
	public Incident read(long id) {
		return this.queue.reread(id);
	}

	@Override
	public List<IncidentUpdate> calls(IncidentUpdate update) {
		return this.writer.calls(update);
	}

	@Override
	public Incident write(Incident before, IncidentUpdate call) {
		return this.queue.write(this.writer, before, call);
	}

}
