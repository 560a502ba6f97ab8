package io.watchfloor.queue.reading;

import java.util.function.UnaryOperator;

/**
 * What a queue holds now. Safe for threads: everybody sees the latest snapshot whole, and
 * no change is lost to another.
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
