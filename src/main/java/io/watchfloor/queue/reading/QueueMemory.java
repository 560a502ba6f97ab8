package io.watchfloor.queue.reading;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentSummary;

/**
 * Limits the memory that the incidents of all queues take together. When it is full, no
 * queue reads further back; new incidents are still read.
 */
final class QueueMemory {

	private final long limit;

	private final SummaryInterner summaries;

	private final Supplier<Stream<QueueSnapshot>> queues;

	/**
	 * Create a limit for some queues.
	 * @param limit the memory that their incidents may take, in bytes
	 * @param summaries has all summaries in the queues, and for a while those removed
	 * from them
	 * @param queues supplies the latest snapshot of each queue
	 */
	QueueMemory(long limit, SummaryInterner summaries, Supplier<Stream<QueueSnapshot>> queues) {
		this.limit = limit;
		this.summaries = summaries;
		this.queues = queues;
	}

	/**
	 * Return whether another page may be read. The interner's count is an upper bound
	 * that includes removed summaries; only when it is over the limit are the queues'
	 * summaries counted.
	 * @param shared whether most of the last page was in another queue already: then the
	 * queue may exceed the limit by a tenth
	 */
	boolean hasRoom(boolean shared) {
		long beyond = shared ? this.limit / 10 : 0;
		return this.summaries.bytes() - beyond < this.limit || bytes() - beyond < this.limit;
	}

	/**
	 * Estimate the bytes that the incidents take, each counted once.
	 */
	private long bytes() {
		Set<IncidentSummary> different = Collections.newSetFromMap(new IdentityHashMap<>());
		this.queues.get().flatMap(QueueSnapshot::incidents).forEach(different::add);
		return different.stream().mapToLong(QueueMemory::bytes).sum();
	}

	/**
	 * Estimate the bytes that a summary takes: about 500 for its fields and its places in
	 * an index, its text with a quarter more for capitals, names and values held beside
	 * it, and 4 for each alert's time. The benchmark measures what incidents really take.
	 */
	static int bytes(IncidentSummary summary) {
		return 500 + summary.text().folded().length() / 4 * 5 + 4 * summary.alerts();
	}

}
