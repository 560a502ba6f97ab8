package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import org.jspecify.annotations.Nullable;

/**
 * The queues of all analysts. Each session has a queue of its own, which ends with the
 * session.
 */
public final class IncidentQueues {

	private final ConcurrentMap<String, IncidentQueue> queues = new ConcurrentHashMap<>();

	private final SummaryInterner summaries = new SummaryInterner();

	private final Clock clock;

	private final Duration freshness;

	private final QueueMemory memory;

	/**
	 * Create an empty collection of queues.
	 * @param clock tells the time
	 * @param freshness how old a queue may be when it is asked for
	 * @param limit the memory that the incidents of all queues may take together, in
	 * bytes; they are estimated
	 */
	public IncidentQueues(Clock clock, Duration freshness, long limit) {
		this.clock = clock;
		this.freshness = freshness;
		this.memory = new QueueMemory(limit, this.summaries,
				() -> this.queues.values().stream().map(IncidentQueue::held));
	}

	/**
	 * Return the queue of a session, an empty one when it has none yet.
	 * @param session the key of the session's data, random and the same on all nodes
	 * @param source where the analyst's incidents come from
	 * @return the session's queue
	 */
	public IncidentQueue forSession(String session, IncidentSource source) {
		return this.queues.computeIfAbsent(session, (key) -> new IncidentQueue(ReaderId.of(key), source, this.summaries,
				this.memory, this.clock, this.freshness));
	}

	/**
	 * Remove the queue of a session that ended.
	 * @param session the key of the session's data
	 * @return the removed queue; {@code null} if there was none
	 */
	public @Nullable IncidentQueue remove(String session) {
		return this.queues.remove(session);
	}

	/**
	 * Return the number of sessions that have a queue.
	 * @return the number, from 0
	 */
	public int size() {
		return this.queues.size();
	}

	/**
	 * Return the number of different incidents in all queues.
	 * @return the number, from 0; removed ones count until they are garbage-collected
	 */
	public int incidents() {
		return this.summaries.size();
	}

	/**
	 * Return the memory that these take.
	 * @return an estimate in bytes
	 */
	public long bytes() {
		return this.summaries.bytes();
	}

}
