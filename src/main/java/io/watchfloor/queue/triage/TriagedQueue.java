package io.watchfloor.queue.triage;

import java.util.List;
import java.util.Set;

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
 * @param analyst the analyst's user names; none when they are not known
 */
public record TriagedQueue(IncidentQueue queue, IncidentWriter writer,
		Set<String> analyst) implements TriagedIncidents {

	public TriagedQueue {
		analyst = Set.copyOf(analyst);
	}

	/**
	 * Create the incidents of an analyst whose user names are not known.
	 */
	public TriagedQueue(IncidentQueue queue, IncidentWriter writer) {
		this(queue, writer, Set.of());
	}

	@Override
	public void requireRoom() {
		this.queue.requireRoom(this.writer);
	}

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
