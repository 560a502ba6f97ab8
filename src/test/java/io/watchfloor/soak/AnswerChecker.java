package io.watchfloor.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import io.watchfloor.sandbox.defender.DefenderControls;

/**
 * Checks every answer that an analyst got: whether an error page was due, and whether
 * anything of another desk is in it.
 * <p>
 * An error page is due when a fault that makes pages of its kind was on at some moment
 * between the question and the answer, or had ended at most its
 * {@link FaultKind#aftermath} before the question. A page that says that the calls are
 * used up is also due when the API had got nearly as many as it grants. That an incident
 * of another desk is not found is as it should be. Nothing else that is neither 200 nor
 * 304 is due, ever, nor that an answer does not come.
 */
final class AnswerChecker {

	private static final double NEARLY = 0.8;

	private static final int LISTS_A_MINUTE = 50;

	private static final int SINGLES_A_MINUTE = 100;

	private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

	private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());

	private final List<String> undue = new CopyOnWriteArrayList<>();

	private final List<String> leaks = new CopyOnWriteArrayList<>();

	private final AtomicLong due = new AtomicLong();

	private final AtomicLong marks = new AtomicLong();

	private final AtomicLong notices = new AtomicLong();

	private final FaultSchedule schedule;

	private final DefenderControls defender;

	AnswerChecker(FaultSchedule schedule, DefenderControls defender) {
		this.schedule = schedule;
		this.defender = defender;
	}

	/**
	 * Check an answer.
	 * @param desk whose it is
	 */
	void see(int desk, RequestKind kind, Answer answer) {
		this.answers.computeIfAbsent(kind + " " + answer.status(), (key) -> new LongAdder()).increment();
		this.millis.add(answer.took().toMillis());
		lookForLeaks(desk, kind, answer);
		if (answer.good()) {
			if (answer.text().contains("What is shown was read before")) {
				this.notices.incrementAndGet();
			}
			return;
		}
		if (kind == RequestKind.FOREIGN_INCIDENT && answer.status() == 404) {
			return;
		}
		if (this.schedule.explains(answer) || (answer.status() == 429 && usedUp(answer))) {
			this.due.incrementAndGet();
		}
		else {
			this.undue
				.add(kind + " of desk " + desk + ": " + answer.summary() + "; faults: " + this.schedule.before(answer));
		}
	}

	private void lookForLeaks(int desk, RequestKind kind, Answer answer) {
		List<Integer> seen = AnalystSeats.marks(answer.text());
		this.marks.addAndGet(seen.size());
		boolean foreign = kind == RequestKind.FOREIGN_INCIDENT && answer.status() == 200;
		if (foreign || seen.stream().anyMatch((mark) -> mark != desk)) {
			this.leaks.add(kind + " of desk " + desk + ", marks of " + seen.stream().distinct().toList() + ": "
					+ answer.summary());
		}
	}

	/**
	 * Whether the API had got nearly all the calls of a minute that it grants. Watchfloor
	 * counts a call from its end, which may be as late as the time limit.
	 */
	private boolean usedUp(Answer answer) {
		Instant from = answer.asked().minusSeconds(60).minus(FaultKind.API_TIMEOUT);
		List<DefenderControls.Call> calls = this.defender.calls()
			.stream()
			.filter((call) -> call.time().isAfter(from) && !call.time().isAfter(answer.answered()))
			.toList();
		long lists = calls.stream().filter((call) -> call.path().endsWith("/incidents")).count();
		return lists >= NEARLY * LISTS_A_MINUTE || calls.size() - lists >= NEARLY * SINGLES_A_MINUTE;
	}

	/**
	 * How many answers of a kind had which status.
	 */
	Map<String, Long> answers() {
		Map<String, Long> counts = new TreeMap<>();
		this.answers.forEach((key, count) -> counts.put(key, count.sum()));
		return counts;
	}

	/**
	 * How long an answer took.
	 * @param share 0.5 for the median, 1 for the longest
	 * @return milliseconds
	 */
	long took(double share) {
		List<Long> sorted = new ArrayList<>(this.millis);
		Collections.sort(sorted);
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
	}

	long count() {
		return answers().values().stream().mapToLong(Long::longValue).sum();
	}

	long due() {
		return this.due.get();
	}

	/**
	 * The error pages that nothing explains.
	 */
	List<String> undue() {
		return List.copyOf(this.undue);
	}

	/**
	 * What reached an analyst that is another's.
	 */
	List<String> leaks() {
		return List.copyOf(this.leaks);
	}

	/**
	 * How many marks of the analysts' own were met: that many times a leak would have
	 * been seen.
	 */
	long marks() {
		return this.marks.get();
	}

	/**
	 * How many good pages said that they are old, and why.
	 */
	long notices() {
		return this.notices.get();
	}

}
