package io.watchfloor.soak;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of a soak, and its promises with whether each was kept.
 */
final class Report {

	private static final int MOST_EXAMPLES = 20;

	private final List<String> broken = new ArrayList<>();

	private final PrintStream out;

	private int told;

	Report(PrintStream out) {
		this.out = out;
	}

	/**
	 * Whether every promise was kept.
	 */
	boolean isGood() {
		return this.broken.isEmpty();
	}

	void line(String format, Object... values) {
		this.out.println(String.format(Locale.ROOT, format, values));
	}

	/**
	 * Tell of a promise.
	 * @param kept whether it was kept
	 * @param figures what shows it
	 */
	void promise(String promise, boolean kept, String figures) {
		if (!kept) {
			this.broken.add(promise);
		}
		line("%-7s %-56s %s", kept ? "kept" : "BROKEN", promise, figures);
	}

	/**
	 * Tell how far it is, and of every error page that was not due.
	 */
	void progress(int done, int periods, Judge judge) {
		line("%2d / %d: %,d answers, %d undue, %d leaks", done, periods, judge.count(), judge.undue().size(),
				judge.leaks().size());
		judge.undue().stream().skip(this.told).limit(MOST_EXAMPLES).forEach((undue) -> line("  undue: %s", undue));
		this.told = judge.undue().size();
	}

	/**
	 * How many requests of each kind ended how.
	 */
	void requests(Judge judge) {
		line("%nRequests by kind and status (%,d; took p50 %d ms, p99 %d ms, longest %d ms):", judge.count(),
				judge.took(0.5), judge.took(0.99), judge.took(1));
		answers(judge.answers());
	}

	private void answers(Map<String, Long> counts) {
		Map<String, StringBuilder> rows = new TreeMap<>();
		counts.forEach((key, count) -> {
			String[] parts = key.split(" ");
			rows.computeIfAbsent(parts[0], (kind) -> new StringBuilder())
				.append(parts[1])
				.append(": ")
				.append(count)
				.append("  ");
		});
		rows.forEach((kind, statuses) -> line("  %-17s %s", kind.toLowerCase(Locale.ROOT).replace('_', ' '), statuses));
	}

	/**
	 * How often each trouble came, and how many calls it hit.
	 */
	void troubles(List<FaultWindow> spells) {
		line("%nTroubles:");
		Arrays.stream(Trouble.values()).forEach((trouble) -> {
			List<FaultWindow> of = spells.stream().filter((spell) -> spell.trouble() == trouble).toList();
			line("  %-26s %2d times, hit %3d calls", trouble.label(), of.size(),
					of.stream().mapToLong(FaultWindow::hits).sum());
		});
	}

	void periods(Course course) {
		line("%s", ProcessStats.header());
		line("  before  %s", course.before());
		for (int i = 0; i < course.periods().size(); i++) {
			line("  %2d / %-2d %s", i + 1, course.periods().size(), course.periods().get(i));
		}
		line("  after   %s%n", course.after());
	}

	/**
	 * Tell of the promises that answers and vitals show.
	 * @param faults lines of Watchfloor's log
	 */
	void promises(Judge judge, Course course, List<String> faults) {
		ProcessStats after = course.after();
		promise("No error page that was not due", judge.undue().isEmpty(),
				judge.undue().size() + " undue, " + judge.due() + " due");
		promise("Nothing of one analyst at another's", judge.leaks().isEmpty() && judge.marks() > 0,
				judge.leaks().size() + " leaks, " + judge.marks() + " marks in " + judge.count() + " answers");
		promise("Everything works again, all by itself", course.failed().isEmpty(), course.failed().size() + " failed");
		promise("Heap flat: last third at most 1.05 times the second", ProcessStats.heapIsFlat(course.periods()),
				String.format(Locale.ROOT, "%.3f", ProcessStats.growth(course.periods(), ProcessStats::heap)));
		promise("Threads flat: last third at most 1.10 times the second", ProcessStats.threadsAreFlat(course.periods()),
				String.format(Locale.ROOT, "%.3f", ProcessStats.growth(course.periods(), ProcessStats::threads)));
		promise("Whoever signed out holds nothing", after.isEmptyAgain(course.before()),
				after.queues() + " queues, " + after.tokens() + " tokens, " + after.summaries() + " incidents, "
						+ (after.threads() - course.before().threads()) + " threads, "
						+ (after.descriptors() - course.before().descriptors()) + " connections");
		promise("No fault of its own in the log", faults.isEmpty(), faults.size() + " lines");
		examples("leak", judge.leaks());
		examples("last round", course.failed().stream().map(Answer::summary).toList());
		examples("log", faults);
	}

	private void examples(String title, List<String> lines) {
		lines.stream().limit(MOST_EXAMPLES).forEach((line) -> line("  %s: %s", title, line));
	}

}
