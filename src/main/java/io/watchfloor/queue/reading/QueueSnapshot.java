package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.index.IncidentIndex;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of a queue.
 *
 * @param version a number that changes whenever the incidents or the state change, but
 * not with {@link QueueState#asOf} alone; no two queues have the same, except 0 before
 * the first change
 * @param index the incidents
 * @param changes the changes of incidents that were seen from one read to the next
 * @param state how complete and how fresh they are
 */
public record QueueSnapshot(long version, IncidentIndex index, SeenChanges changes, QueueState state) {

	private static final AtomicLong VERSIONS = new AtomicLong();

	/**
	 * Return the first snapshot of a queue.
	 */
	static QueueSnapshot of(IncidentIndex emptyIndex) {
		return new QueueSnapshot(0, emptyIndex, SeenChanges.NONE,
				new QueueState(null, 0, null, false, false, null, false, false, 0));
	}

	/**
	 * Return all incidents, the last updated first.
	 */
	Stream<IncidentSummary> incidents() {
		return this.index.all(IncidentQuery.DEFAULT.with(TimeRange.ANY),
				new Viewpoint(Set.of(), Instant.EPOCH, AttentionSettings.DEFAULT));
	}

	/**
	 * Return this without what was last updated before a time, except what is open.
	 */
	QueueSnapshot since(Instant time, IncidentIndex emptyIndex) {
		ReadScope range = ReadScope.updatedSince(time);
		return with(
				emptyIndex.with(incidents().filter((summary) -> summary.isOpen() || range.contains(summary)).toList()),
				this.state);
	}

	/**
	 * Return this without what was last updated before a time, which is to be read again
	 * if it is open.
	 */
	QueueSnapshot updatedSince(Instant time, IncidentIndex emptyIndex) {
		return with(emptyIndex.with(incidents().filter(ReadScope.updatedSince(time)::contains).toList()),
				this.state.readBackTo(this.state.backTo()));
	}

	/**
	 * Return this without what was created before a time, which is to be read again.
	 * @param time the time; {@code null} to keep nothing
	 */
	QueueSnapshot createdFrom(@Nullable Instant time, IncidentIndex emptyIndex) {
		long from = (time != null) ? time.toEpochMilli() : Long.MAX_VALUE;
		return with(emptyIndex.with(incidents().filter((summary) -> summary.createdMillis() >= from).toList()),
				this.state.readBackTo(time));
	}

	/**
	 * Return this without incidents, as if none had been read yet.
	 */
	QueueSnapshot hidden(IncidentIndex emptyIndex) {
		return with(emptyIndex, this.state.readBackTo(null));
	}

	/**
	 * Return this with incidents added or replaced, and with what changed in those that
	 * it held before.
	 */
	QueueSnapshot with(Collection<IncidentSummary> changed) {
		IncidentIndex newIndex = this.index.with(changed);
		List<IncidentSummary> current = changed.stream()
			.filter((summary) -> newIndex.find(summary.id()).filter((held) -> held == summary).isPresent())
			.toList();
		return with(newIndex, this.changes.with(current, this.index::find), this.state);
	}

	QueueSnapshot without(long id) {
		return with(this.index.without(id), this.state);
	}

	/**
	 * Return this without incidents that are gone, except those that were replaced
	 * meanwhile.
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
		return with(newIndex, this.changes, newState);
	}

	private QueueSnapshot with(IncidentIndex newIndex, SeenChanges newChanges, QueueState newState) {
		QueueState counted = newState.withRead(newIndex.size());
		boolean same = newIndex == this.index && counted.looksLike(this.state);
		return new QueueSnapshot((same) ? this.version : VERSIONS.incrementAndGet(), newIndex, newChanges, counted);
	}

}
