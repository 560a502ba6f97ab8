package io.watchfloor.web.triage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.watchfloor.queue.triage.TriageResult;
import io.watchfloor.queue.triage.TriageResult.Outcome;
import io.watchfloor.queue.triage.TriageRun;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.triage.desk.RunDesk;
import io.watchfloor.web.triage.desk.TriageDesk;

/**
 * What the page of a run shows: {@code run.html} knows it as {@code run}.
 *
 * @param name names the run
 * @param changes what is changed in each incident, in words
 * @param done how many incidents were tried
 * @param all how many incidents it has
 * @param results what became of those that were tried
 * @param left those that are still to come
 * @param ended whether no step is left
 * @param stopped whether it stopped for good, because Defender refused
 * @param stop why it stopped and what to do, empty where it did not
 * @param pause how many seconds to wait before the next step, 0 for none
 * @param summary what became of it, such as {@code 18 done, 1 conflict}
 * @param undoable how many of its changes can be undone
 * @param back the view of the queue that it came from
 */
record RunPage(String name, List<String> changes, int done, int all, List<RunResult> results, List<Waiting> left,
		boolean ended, boolean stopped, String stop, long pause, String summary, int undoable, String back) {

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");

	/**
	 * Create the page of a run.
	 * @param wait how many seconds to wait before the next change is undone
	 */
	static RunPage of(TriageRun run, TriageDesk desk, IncidentNames names, long wait, String back) {
		int done = run.results().size();
		int undoable = desk.runs().undoable(run, desk.triage()).size();
		return new RunPage(run.name(), RunWords.changes(run.change()), done, done + run.left().size(),
				run.results()
					.stream()
					.map((result) -> RunResult.of(result, desk.runs().undone(result), isUndoable(result, desk), names))
					.toList(),
				run.left().stream().map((id) -> new Waiting(id, names.name(id, null), names.address(id))).toList(),
				run.ended(), run.stopped(), stop(run), Math.max(wait, (run.pause() != null) ? seconds(run.pause()) : 0),
				summary(run, desk.runs()), undoable, back);
	}

	private static boolean isUndoable(TriageResult result, TriageDesk desk) {
		return result.undo() != null
				&& desk.triage().undoable().stream().anyMatch((entry) -> entry.name().equals(result.undo()));
	}

	private static String stop(TriageRun run) {
		return (run.stopped() && !run.results().isEmpty())
				? RunWords.stop(run.results().get(run.results().size() - 1).failure()) : "";
	}

	/**
	 * Return a time to wait in whole seconds, at least 1.
	 */
	static long seconds(Duration wait) {
		return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
	}

	/**
	 * Read a time to wait from an address.
	 * @return the seconds, 0 for what is no number
	 */
	static long seconds(String wait) {
		return SECONDS.matcher(wait).matches() ? Long.parseLong(wait) : 0;
	}

	private static String summary(TriageRun run, RunDesk runs) {
		Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
		run.results().forEach((result) -> counts.merge(result.outcome(), 1, Integer::sum));
		List<String> parts = new ArrayList<>();
		counts.forEach((outcome, count) -> parts.add(Numbers.of(count) + " " + RunWords.counted(outcome, count)));
		if (!run.left().isEmpty()) {
			parts.add(Numbers.of(run.left().size()) + " not tried");
		}
		long undone = run.results()
			.stream()
			.map(runs::undone)
			.filter((result) -> result != null && result.outcome() == Outcome.DONE)
			.count();
		if (undone > 0) {
			parts.add(Numbers.of(undone) + " undone");
		}
		return String.join(", ", parts);
	}

	/**
	 * Return how many incidents it has, in words.
	 */
	public String incidents() {
		return Numbers.of(this.all, "incident", "incidents");
	}

	/**
	 * An incident that is still to come.
	 *
	 * @param id its number
	 * @param name its name
	 * @param address the address of its page
	 */
	record Waiting(long id, String name, String address) {
	}

}
