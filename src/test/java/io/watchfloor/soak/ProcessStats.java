package io.watchfloor.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What Watchfloor's process takes, or its processes together.
 *
 * @param heap bytes of live objects, after a full collection
 * @param threads the fewest live threads of the period: those that come and go with
 * requests do not count
 * @param descriptors open files and sockets
 * @param queues how many queues are held
 * @param tokens how many analysts' tokens are held
 * @param summaries how many incidents are held, each once
 * @param sessions how many HTTP sessions there are, of those who never signed in as well
 */
record ProcessStats(long heap, int threads, long descriptors, long queues, long tokens, long summaries, long sessions) {

	private static final double HEAP_TOLERANCE = 1.05;

	private static final double THREADS_TOLERANCE = 1.1;

	/**
	 * Tomcat's own limit for one process.
	 */
	private static final int REQUEST_THREADS = 200;

	private static final int STRAY_CONNECTIONS = 15;

	private static final int STRAY_THREADS = 20;

	static String header() {
		return "            heap MB  threads  descriptors  queues  tokens  incidents  sessions";
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%7.1f  %7d  %11d  %6d  %6d  %9d  %8d", this.heap / 1e6, this.threads,
				this.descriptors, this.queues, this.tokens, this.summaries, this.sessions);
	}

	/**
	 * What two processes take together.
	 */
	ProcessStats plus(ProcessStats other) {
		return new ProcessStats(this.heap + other.heap, this.threads + other.threads,
				this.descriptors + other.descriptors, this.queues + other.queues, this.tokens + other.tokens,
				this.summaries + other.summaries, this.sessions + other.sessions);
	}

	/**
	 * How the last third of the periods compares with the second: 1 is flat. Of each
	 * third the least counts, because requests that are under way only ever add.
	 */
	static double growth(List<ProcessStats> periods, ToDoubleFunction<ProcessStats> figure) {
		int third = periods.size() / 3;
		int end = periods.size();
		return least(periods.subList(end - third, end), figure)
				/ least(periods.subList(end - 2 * third, end - third), figure);
	}

	private static double least(List<ProcessStats> periods, ToDoubleFunction<ProcessStats> figure) {
		return periods.stream().mapToDouble(figure).min().orElseThrow();
	}

	/**
	 * Whether the heap of the last third is at most 5 % above that of the second.
	 */
	static boolean heapIsFlat(List<ProcessStats> periods) {
		return growth(periods, ProcessStats::heap) <= HEAP_TOLERANCE;
	}

	/**
	 * Whether the threads of the last third are at most 10 % above those of the second,
	 * or no more than when nobody was there and those that answer requests: where much
	 * fails these become more and more for minutes, up to their limit.
	 * @param before what was taken when nobody was there
	 * @param nodes how many processes there are
	 */
	static boolean threadsAreFlat(List<ProcessStats> periods, ProcessStats before, int nodes) {
		int most = before.threads + nodes * REQUEST_THREADS;
		return growth(periods, ProcessStats::threads) <= THREADS_TOLERANCE
				|| periods.get(periods.size() - 1).threads <= most;
	}

	/**
	 * Whether nothing is left of those who signed out: no queue, no token, no incident,
	 * and no threads and connections but a handful.
	 */
	boolean isEmptyAgain(ProcessStats before) {
		return this.queues == 0 && this.tokens == 0 && this.summaries == 0
				&& this.threads <= before.threads + STRAY_THREADS
				&& this.descriptors <= before.descriptors + STRAY_CONNECTIONS;
	}

}
