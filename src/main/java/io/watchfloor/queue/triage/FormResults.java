package io.watchfloor.queue.triage;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * The results of the forms that were sent in the last ten minutes. Thread-safe.
 */
final class FormResults {

	/**
	 * How long a result is kept.
	 */
	static final Duration KEPT = Duration.ofMinutes(10);

	/**
	 * The most results that a session keeps.
	 */
	static final int MOST = 200;

	private final Deque<Sent> newestFirst;

	/**
	 * Create the results of a session.
	 * @param newestFirst what it has by now
	 */
	FormResults(List<Sent> newestFirst) {
		this.newestFirst = new ArrayDeque<>(newestFirst);
	}

	/**
	 * Add a result.
	 * @param sent the form as it was sent
	 * @param result what became of it
	 */
	synchronized void add(TriageRequest sent, TriageResult result) {
		this.newestFirst.addFirst(new Sent(sent, result));
		if (this.newestFirst.size() > MOST) {
			this.newestFirst.removeLast();
		}
	}

	/**
	 * Return the result of a form that was sent before with the same in it.
	 */
	@Nullable TriageResult of(TriageRequest request, Instant now) {
		return newest((sent) -> sent.request().equals(request), now);
	}

	/**
	 * Return the last result of a form.
	 */
	@Nullable TriageResult of(String form, Instant now) {
		return newest((sent) -> sent.request().form().equals(form), now);
	}

	/**
	 * Return an incident as the last write of it left it.
	 */
	@Nullable Incident written(long id, Instant now) {
		TriageResult result = newest((sent) -> sent.request().id() == id && sent.result().written() != null, now);
		return (result != null) ? result.after() : null;
	}

	/**
	 * Return the last result of all.
	 */
	@Nullable TriageResult last(Instant now) {
		return newest((sent) -> true, now);
	}

	private synchronized @Nullable TriageResult newest(Predicate<Sent> wanted, Instant now) {
		this.newestFirst.removeIf((sent) -> !now.isBefore(sent.result().at().plus(KEPT)));
		return this.newestFirst.stream().filter(wanted).map(Sent::result).findFirst().orElse(null);
	}

	/**
	 * Return all of them, newest first.
	 */
	synchronized List<Sent> all() {
		return List.copyOf(this.newestFirst);
	}

	/**
	 * A form and what became of it.
	 *
	 * @param request the form as it was sent
	 * @param result what became of it
	 */
	record Sent(TriageRequest request, TriageResult result) implements Serializable {
	}

}
