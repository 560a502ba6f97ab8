package io.watchfloor.queue.reading;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;

/**
 * How much memory the incidents of all queues may take together. Where it is used up no
 * queue reads further back; what is new still arrives.
 */
final class QueueMemory {

	private final long limit;

	private final SummaryInterner summaries;

	private final Supplier<Stream<QueueSnapshot>> queues;

	/**
	 * The memory of some queues.
	 * @param limit how much they may take, in bytes
	 * @param summaries holds what they hold, and for a while what they dropped
	 * @param queues what each of them holds
	 */
	QueueMemory(long limit, SummaryInterner summaries, Supplier<Stream<QueueSnapshot>> queues) {
		this.limit = limit;
		this.summaries = summaries;
		this.queues = queues;
	}

	/**
	 * Whether another page may be read. The interner knows the most that there can be; to
	 * know what there is, one has to look.
	 * @param shared whether the page before held mostly what other queues hold anyway:
	 * such a queue may go a tenth further
	 */
	boolean hasRoom(boolean shared) {
		long beyond = shared ? this.limit / 10 : 0;
		return this.summaries.bytes() - beyond < this.limit || bytes() - beyond < this.limit;
	}

	/**
	 * About how many bytes the incidents take, each counted once.
	 */
	private long bytes() {
		Set<IncidentSummary> different = Collections.newSetFromMap(new IdentityHashMap<>());
		this.queues.get().flatMap(QueueSnapshot::incidents).forEach(different::add);
		return different.stream().mapToLong(QueueMemory::bytes).sum();
	}

	/**
	 * About how many bytes a summary takes: what every one does, its texts with what
	 * makes them quick to search, and when its alerts were raised.
	 */
	static int bytes(IncidentSummary summary) {
		return 500 + summary.text().toString().length() / 4 * 5 + 4 * summary.alerts();
	}

}
