package io.watchfloor.defender.graph;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

	/**
	 * The incidents whose alerts failed and that could not be read without them either,
	 * because the circuit breaker was open by then.
	 */
	private final Set<Long> failed = ConcurrentHashMap.newKeySet();

	SingleIncidents(GraphCalls calls) {
		this.calls = calls;
	}

	/**
	 * Read an incident that somebody opens.
	 */
	Incident opened(long id, ReaderId reader) {
		return read(id, (expand) -> this.calls.opened(id, expand, reader));
	}

	/**
	 * Read an incident for a list.
	 */
	Incident listed(long id, CallPriority priority) {
		return read(id, (expand) -> this.calls.listed(id, expand, priority));
	}

	private Incident read(long id, Function<Boolean, Incident> call) {
		Incident without = this.failed.remove(id) ? call.apply(false) : null;
		try {
			return call.apply(true);
		}
		catch (DefenderException ex) {
			if (!ex.isOfRequest()) {
				throw ex;
			}
		}
		return (without != null) ? without : readWithout(id, call);
	}

	private Incident readWithout(long id, Function<Boolean, Incident> call) {
		this.failed.add(id);
		Incident without = call.apply(false);
		this.failed.remove(id);
		return without;
	}

}
