package io.watchfloor.queue.reading;

import java.util.function.UnaryOperator;

/**
 * The latest snapshot of a queue. Thread-safe: readers see a whole snapshot, and changes
 * are applied one after the other.
 */
final class LatestSnapshot {

	private volatile QueueSnapshot snapshot;

	LatestSnapshot(QueueSnapshot snapshot) {
		this.snapshot = snapshot;
	}

	QueueSnapshot get() {
		return this.snapshot;
	}

	synchronized void change(UnaryOperator<QueueSnapshot> change) {
		this.snapshot = change.apply(this.snapshot);
	}

}
