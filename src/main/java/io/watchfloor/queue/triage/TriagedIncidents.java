package io.watchfloor.queue.triage;

import java.util.List;
import java.util.Set;

import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;

/**
 * Reads and writes incidents for one analyst. Any exception other than those named here
 * means that the call was not made, such as where there is no token.
 */
public interface TriagedIncidents {

	/**
	 * Check that a change could be made now; see
	 * {@link io.watchfloor.defender.IncidentWriter#requireRoom}.
	 * @throws DefenderException.Throttled when it would have to wait
	 */
	default void requireRoom() {
	}

	/**
	 * Read an incident as it is now, always by a call.
	 * @throws DefenderException if it cannot be read
	 */
	Incident read(long id);

	/**
	 * Return the calls that an update takes; see
	 * {@link io.watchfloor.defender.IncidentWriter#calls}.
	 */
	List<IncidentUpdate> calls(IncidentUpdate update);

	/**
	 * Make one of the calls, and take its answer as what is known of the incident.
	 * @throws DefenderException if it fails
	 */
	Incident write(Incident before, IncidentUpdate call);

	/**
	 * Return the analyst's user names, by which a comment is known as theirs.
	 * @return the names, in any case; none when they are not known
	 */
	default Set<String> analyst() {
		return Set.of();
	}

}
