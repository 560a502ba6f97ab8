package io.watchfloor.queue;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The queues of all analysts. A session reaches its own queue and no other, and the queue
 * goes with the session.
 */
public final class IncidentQueues {

	private final ConcurrentMap<String, IncidentQueue> queues = new ConcurrentHashMap<>();

	/**
	 * The queue of a session.
	 * @param session the session's id
	 * @param queue makes the queue when the session has none yet
	 * @return the session's own queue
	 */
	public IncidentQueue forSession(String session, Supplier<IncidentQueue> queue) {
		return this.queues.computeIfAbsent(session, (key) -> queue.get());
	}

	/**
	 * Drop the queue of a session that ended.
	 * @param session the session's id
	 */
	public void remove(String session) {
		this.queues.remove(session);
	}

	/**
	 * How many sessions have a queue.
	 * @return the number, from 0
	 */
	public int size() {
		return this.queues.size();
	}

}
