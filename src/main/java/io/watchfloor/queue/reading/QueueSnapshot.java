package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;

/**
 * A queue at one moment: it never changes, whatever the queue does meanwhile.
 *
 * @param version changes whenever the incidents do, or anything of the state but its age;
 * never the same for two queues that hold something
 * @param index the incidents
 * @param state how complete and fresh they are
 */
public record QueueSnapshot(long version, IncidentIndex index, QueueState state) {

	private static final AtomicLong VERSIONS = new AtomicLong();

	static QueueSnapshot of(IncidentIndex emptyIndex) {
		return new QueueSnapshot(0, emptyIndex, new QueueState(null, 0, null, false, null, false, false));
	}

	/**
	 * All incidents, the last updated first.
	 */
	Stream<IncidentSummary> incidents() {
		return this.index.all(IncidentQuery.DEFAULT.with(TimeRange.between(null, null)),
				new Viewpoint(null, Instant.EPOCH, Viewpoint.ACTIVE_LIMIT));
	}

	/**
	 * This without what was last updated before a time.
	 */
	QueueSnapshot since(Instant time, IncidentIndex emptyIndex) {
		return with(
				emptyIndex
					.with(incidents().filter((summary) -> summary.updatedMillis() >= time.toEpochMilli()).toList()),
				this.state);
	}

	QueueSnapshot with(Collection<IncidentSummary> changed) {
		return with(this.index.with(changed), this.state);
	}

	QueueSnapshot without(long id) {
		return with(this.index.without(id), this.state);
	}

	/**
	 * This without incidents that are gone, unless they were told anew meanwhile.
	 */
	QueueSnapshot without(Collection<IncidentSummary> gone) {
		IncidentIndex left = this.index;
		for (IncidentSummary summary : gone) {
			boolean held = left.find(summary.id()).filter((known) -> known == summary).isPresent();
			left = held ? left.without(summary.id()) : left;
		}
		return with(left, this.state);
	}

	QueueSnapshot with(QueueState newState) {
		return with(this.index, newState);
	}

	private QueueSnapshot with(IncidentIndex newIndex, QueueState newState) {
		QueueState counted = newState.withRead(newIndex.size());
		boolean same = newIndex == this.index && counted.looksLike(this.state);
		return new QueueSnapshot((same) ? this.version : VERSIONS.incrementAndGet(), newIndex, counted);
	}

}
