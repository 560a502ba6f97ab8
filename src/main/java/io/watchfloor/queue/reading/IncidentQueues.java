package io.watchfloor.queue.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.watchfloor.defender.IncidentSource;
import org.jspecify.annotations.Nullable;

/**
 * The queues of all analysts. A session reaches its own queue and no other, and the queue
 * goes with the session.
 */
public final class IncidentQueues {

	private final ConcurrentMap<String, IncidentQueue> queues = new ConcurrentHashMap<>();

	private final SummaryInterner summaries = new SummaryInterner();

	private final Clock clock;

	private final Duration freshness;

	private final QueueMemory memory;

	/**
	 * No queues yet.
	 * @param clock tells the time
	 * @param freshness how old a queue may be when it is asked for
	 * @param limit how many bytes the incidents of all queues may take together, about
	 */
	public IncidentQueues(Clock clock, Duration freshness, long limit) {
		this.clock = clock;
		this.freshness = freshness;
		this.memory = new QueueMemory(limit, this.summaries,
				() -> this.queues.values().stream().map(IncidentQueue::snapshot));
	}

	/**
	 * The queue of a session, an empty one when it has none yet.
	 * @param session the session's id
	 * @param source where the analyst's incidents come from
	 * @return the session's own queue
	 */
	public IncidentQueue forSession(String session, IncidentSource source) {
		return this.queues.computeIfAbsent(session,
				(key) -> new IncidentQueue(source, this.summaries, this.memory, this.clock, this.freshness));
	}

	/**
	 * Drop the queue of a session that ended.
	 * @param session the session's id
	 * @return the queue that ended, if there was one
	 */
	public @Nullable IncidentQueue remove(String session) {
		return this.queues.remove(session);
	}

	/**
	 * How many sessions have a queue.
	 * @return the number, from 0
	 */
	public int size() {
		return this.queues.size();
	}

	/**
	 * How many different incidents all queues hold.
	 * @return the number, from 0; until they are collected, such as nobody holds any more
	 * count too
	 */
	public int incidents() {
		return this.summaries.size();
	}

	/**
	 * How much memory these take.
	 * @return about so many bytes
	 */
	public long bytes() {
		return this.summaries.bytes();
	}

}
