package io.watchfloor.soak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.WriteControls.Write;
import org.jspecify.annotations.Nullable;

/**
 * Keeps account of what analysts changed and what the pages said became of it, and
 * compares that with what the API did. Each change has a comment of its own, which names
 * the desk, so that it is recognised in the body of a write. Undoing writes no comment:
 * such writes are only counted. Thread-safe.
 */
final class WriteLedger {

	private static final Pattern COMMENT = Pattern.compile("only-desk-(\\d+)-note-(\\d+)");

	private final AtomicInteger comments = new AtomicInteger();

	private final Map<Entry, List<WriteOutcome>> said = new ConcurrentHashMap<>();

	private final Map<Long, LongAdder> undone = new ConcurrentSkipListMap<>();

	/**
	 * Return the comment of the next change of a desk.
	 */
	String nextComment(int desk) {
		return "only-desk-" + desk + "-note-" + this.comments.incrementAndGet();
	}

	/**
	 * Note what a page says of a change.
	 * @param comment the change's comment
	 * @param incident the incident that was to be changed
	 */
	void said(String comment, long incident, WriteOutcome outcome) {
		this.said.computeIfAbsent(new Entry(comment, incident), (entry) -> new CopyOnWriteArrayList<>()).add(outcome);
	}

	/**
	 * Note that somebody is about to undo a change.
	 */
	void undoing(long incident) {
		this.undone.computeIfAbsent(incident, (id) -> new LongAdder()).increment();
	}

	/**
	 * Return how often pages said what.
	 */
	Map<WriteOutcome, Integer> outcomes() {
		Map<WriteOutcome, Integer> counts = new EnumMap<>(WriteOutcome.class);
		this.said.values().stream().flatMap(List::stream).forEach((outcome) -> counts.merge(outcome, 1, Integer::sum));
		return counts;
	}

	/**
	 * Return how many attempts there were to undo a change.
	 */
	long undoings() {
		return this.undone.values().stream().mapToLong(LongAdder::sum).sum();
	}

	/**
	 * Return the changes of which a page said that they are done, and which are not.
	 * @param done the writes that took effect
	 */
	List<String> lost(List<Write> done) {
		return told(WriteOutcome.DONE, 0, done);
	}

	/**
	 * Return the changes of which a page said that they are not done, and which are.
	 */
	List<String> denied(List<Write> done) {
		return told(WriteOutcome.NOT_DONE, 1, done);
	}

	private List<String> told(WriteOutcome outcome, int times, List<Write> done) {
		Map<Entry, Integer> counts = counts(done);
		return this.said.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().contains(outcome) && counts.getOrDefault(entry.getKey(), 0) == times)
			.map((entry) -> entry.getKey() + " said " + entry.getValue())
			.toList();
	}

	/**
	 * Return the changes that were made twice, and the incidents of which more was undone
	 * than anybody asked for.
	 */
	List<String> twice(List<Write> done) {
		List<String> twice = new ArrayList<>();
		counts(done).forEach((entry, count) -> {
			if (count > 1) {
				twice.add(entry + " " + count + " times, said " + this.said.get(entry));
			}
		});
		Map<Long, Integer> silent = new ConcurrentSkipListMap<>();
		done.stream()
			.filter((write) -> comment(write) == null)
			.forEach((write) -> silent.merge(write.incident(), 1, Integer::sum));
		silent.forEach((incident, count) -> {
			if (count > Objects.requireNonNullElse(this.undone.get(incident), new LongAdder()).sum()) {
				twice.add(incident + " undone " + count + " times");
			}
		});
		return twice;
	}

	/**
	 * Return the writes by another than the analyst who wanted them, or to another
	 * incident, or that nobody wanted.
	 */
	List<String> misplaced(List<Write> done) {
		return done.stream().filter((write) -> !isInPlace(write)).map(Write::toString).toList();
	}

	private boolean isInPlace(Write write) {
		Matcher comment = COMMENT.matcher(write.body());
		if (!comment.find()) {
			return isBy(AnalystSeats.desk(write.incident()), write);
		}
		return isBy(Integer.parseInt(comment.group(1)), write)
				&& this.said.containsKey(new Entry(comment.group(), write.incident()));
	}

	private static boolean isBy(int desk, Write write) {
		return SandboxAccount.desk(desk).equals(write.by());
	}

	private static Map<Entry, Integer> counts(List<Write> done) {
		Map<Entry, Integer> counts = new ConcurrentHashMap<>();
		for (Write write : done) {
			String comment = comment(write);
			if (comment != null) {
				counts.merge(new Entry(comment, write.incident()), 1, Integer::sum);
			}
		}
		return counts;
	}

	private static @Nullable String comment(Write write) {
		Matcher comment = COMMENT.matcher(write.body());
		return comment.find() ? comment.group() : null;
	}

	/**
	 * A change of one incident.
	 *
	 * @param comment its comment
	 * @param incident the incident
	 */
	private record Entry(String comment, long incident) {
	}

}
