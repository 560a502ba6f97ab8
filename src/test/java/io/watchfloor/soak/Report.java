package io.watchfloor.soak;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.sandbox.defender.WriteControls.Write;

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
	void progress(int done, int periods, AnswerChecker checker) {
		line("%2d / %d: %,d answers, %d undue, %d leaks", done, periods, checker.count(), checker.undue().size(),
				checker.leaks().size());
		checker.undue().stream().skip(this.told).limit(MOST_EXAMPLES).forEach((undue) -> line("  undue: %s", undue));
		this.told = checker.undue().size();
	}

	/**
	 * How many requests of each kind ended how.
	 */
	void requests(AnswerChecker checker) {
		line("%nRequests by kind and status (%,d; took p50 %d ms, p99 %d ms, longest %d ms):", checker.count(),
				checker.took(0.5), checker.took(0.99), checker.took(1));
		answers(checker.answers());
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
	 * Print how often each fault came, and how many calls it hit.
	 */
	void faults(List<FaultWindow> windows) {
		line("%nFaults:");
		Arrays.stream(FaultKind.values()).forEach((kind) -> {
			List<FaultWindow> of = windows.stream().filter((window) -> window.kind() == kind).toList();
			line("  %-26s %2d times, hit %3d calls", kind.label(), of.size(),
					of.stream().mapToLong(FaultWindow::hits).sum());
		});
	}

	void periods(SoakResult result) {
		line("%s", ProcessStats.header());
		line("  before  %s", result.before());
		for (int i = 0; i < result.periods().size(); i++) {
			line("  %2d / %-2d %s", i + 1, result.periods().size(), result.periods().get(i));
		}
		line("  after   %s%n", result.after());
	}

	/**
	 * Tell of the promises that answers and stats show.
	 * @param faults lines of Watchfloor's log
	 */
	void promises(AnswerChecker checker, SoakResult result, List<String> faults) {
		ProcessStats after = result.after();
		promise("No error page that was not due", checker.undue().isEmpty(),
				checker.undue().size() + " undue, " + checker.due() + " due");
		promise("Nothing of one analyst at another's", checker.leaks().isEmpty() && checker.marks() > 0,
				checker.leaks().size() + " leaks, " + checker.marks() + " marks in " + checker.count() + " answers");
		promise("Everything works again, all by itself", result.failed().isEmpty(), result.failed().size() + " failed");
		promise("Heap flat: last third at most 1.05 times the second", ProcessStats.heapIsFlat(result.periods()),
				String.format(Locale.ROOT, "%.3f", ProcessStats.growth(result.periods(), ProcessStats::heap)));
		promise("Threads flat (1.10), or only those that answer requests",
				ProcessStats.threadsAreFlat(result.periods(), result.before(), result.nodes()),
				String.format(Locale.ROOT, "%.3f", ProcessStats.growth(result.periods(), ProcessStats::threads)));
		promise("Whoever signed out holds nothing", after.isEmptyAgain(result.before()),
				after.queues() + " queues, " + after.tokens() + " tokens, " + after.summaries() + " incidents, "
						+ (after.threads() - result.before().threads()) + " threads, "
						+ (after.descriptors() - result.before().descriptors()) + " connections");
		promise("No fault of its own in the log", faults.isEmpty(), faults.size() + " lines");
		examples("leak", checker.leaks());
		examples("last round", result.failed().stream().map(Answer::summary).toList());
		examples("log", faults);
	}

	/**
	 * Tell of the promises that several nodes make.
	 * @param lost the sign-ins that nothing explains
	 * @param explained how many others there were of people who had been signed in
	 * @param sessions the keys of sessions that Redis holds after everybody signed out
	 */
	void nodes(List<SignInAgain> lost, long explained, List<String> sessions) {
		promise("No sign-in lost", lost.isEmpty(), lost.size() + " lost, " + explained + " for a reason");
		promise("No session left in Redis", sessions.isEmpty(), sessions.size() + " keys");
		examples("lost", lost.stream().map(SignInAgain::toString).toList());
		examples("left", sessions);
	}

	/**
	 * Tell of the promises about changes of incidents.
	 * @param done the writes that took effect
	 */
	void writes(WriteLedger ledger, List<Write> done) {
		List<String> lost = ledger.lost(done);
		List<String> denied = ledger.denied(done);
		List<String> twice = ledger.twice(done);
		List<String> misplaced = ledger.misplaced(done);
		line("%nChanges of incidents: pages said %s, %d tries to undo, %d writes took effect", ledger.outcomes(),
				ledger.undoings(), done.size());
		promise("No write lost", lost.isEmpty() && !done.isEmpty(), lost.size() + " said to be done and not there");
		promise("None said not to be done that was", denied.isEmpty(), denied.size() + " said wrongly");
		promise("None twice", twice.isEmpty(), twice.size() + " twice");
		promise("None by the wrong name or to another incident", misplaced.isEmpty(), misplaced.size() + " misplaced");
		examples("lost", lost);
		examples("denied", denied);
		examples("twice", twice);
		examples("misplaced", misplaced);
	}

	private void examples(String title, List<String> lines) {
		lines.stream().limit(MOST_EXAMPLES).forEach((line) -> line("  %s: %s", title, line));
	}

}
