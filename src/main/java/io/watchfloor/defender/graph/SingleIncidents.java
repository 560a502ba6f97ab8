package io.watchfloor.defender.graph;

import java.util.function.Function;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.ReaderId;

/**
 * Reads one incident with its alerts. Where Microsoft Graph cannot send them, however
 * often it is asked, the incident is read without, and says so.
 */
final class SingleIncidents {

	private final GraphCalls calls;

	SingleIncidents(GraphCalls calls) {
		this.calls = calls;
	}

	/**
	 * Read an incident that somebody opens.
	 */
	Incident opened(long id, ReaderId reader) {
		return read((expand) -> this.calls.opened(id, expand, reader));
	}

	/**
	 * Read an incident for a list.
	 */
	Incident listed(long id, CallPriority priority) {
		return read((expand) -> this.calls.listed(id, expand, priority));
	}

	private static Incident read(Function<Boolean, Incident> call) {
		try {
			return call.apply(true);
		}
		catch (DefenderException ex) {
			if (!ex.isOfRequest()) {
				throw ex;
			}
			return call.apply(false);
		}
	}

}
