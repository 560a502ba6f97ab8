package io.watchfloor.web.triage.desk;

import java.util.List;
import java.util.Set;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.queue.triage.TriagedIncidents;

/**
 * Announces each write before it is made. Where that fails nothing is written.
 *
 * @param incidents reads and writes
 * @param announcement announces it
 */
record AnnouncedWrites(TriagedIncidents incidents, Runnable announcement) implements TriagedIncidents {

	@Override
	public void requireRoom() {
		this.incidents.requireRoom();
	}

	@Override
	public Incident read(long id) {
		return this.incidents.read(id);
	}

	@Override
	public List<IncidentUpdate> calls(IncidentUpdate update) {
		return this.incidents.calls(update);
	}

	@Override
	public Incident write(Incident before, IncidentUpdate call) {
		this.announcement.run();
		return this.incidents.write(before, call);
	}

	@Override
	public Set<String> analyst() {
		return this.incidents.analyst();
	}

}
