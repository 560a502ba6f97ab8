package io.watchfloor.queue.triage;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The runs of one session. Thread-safe.
 */
final class Runs {

	/**
	 * How long a run is kept after its last step.
	 */
	static final Duration KEPT = Duration.ofMinutes(10);

	/**
	 * The most runs that are kept, each with the results of up to 50 incidents.
	 */
	static final int MOST = 5;

	private final List<Begun> runs = new ArrayList<>();

	/**
	 * Create the runs of a session.
	 * @param known those that it has by now
	 */
	Runs(List<State> known) {
		known.forEach((state) -> this.runs.add(new Begun(state.sent(), new Run(state.run()))));
	}

	/**
	 * Begin a run, or return the one that the same form began.
	 */
	synchronized TriageRun begin(List<Long> ids, TriageChange change, String form, SeenStates seen, Instant now) {
		if (ids.isEmpty() || ids.size() > Triage.MOST_AT_ONCE || form.isBlank()) {
			throw new IllegalArgumentException(
					"A run is of 1 to " + Triage.MOST_AT_ONCE + " incidents, and its form has a name");
		}
		Sent sent = new Sent(form, ids, change);
		Run run = find((begun) -> begun.sent().equals(sent), now);
		if (run == null) {
			run = new Run(UUID.randomUUID().toString(), ids, change, seen, now);
			this.runs.add(new Begun(sent, run));
			if (this.runs.size() > MOST) {
				this.runs.remove(oldest(this.runs));
			}
		}
		return run.view(now);
	}

	/**
	 * Return a run.
	 * @return the run; {@code null} for an unknown name
	 */
	synchronized @Nullable Run find(String name, Instant now) {
		return find((begun) -> begun.run().name().equals(name), now);
	}

	private @Nullable Run find(Predicate<Begun> wanted, Instant now) {
		this.runs.removeIf((begun) -> !now.isBefore(begun.run().lastStep().plus(KEPT)));
		return this.runs.stream().filter(wanted).map(Begun::run).findFirst().orElse(null);
	}

	private static Begun oldest(Collection<Begun> runs) {
		return Collections.min(runs, Comparator.comparing((begun) -> begun.run().lastStep()));
	}

	/**
	 * Return all of them, as they are now.
	 */
	synchronized List<State> all() {
		return this.runs.stream().map((begun) -> new State(begun.sent(), begun.run().state())).toList();
	}

	/**
	 * A form that begins a run.
	 *
	 * @param form its name
	 * @param ids the incidents
	 * @param change what to change in each
	 */
	record Sent(String form, List<Long> ids, TriageChange change) implements Serializable {
	}

	private record Begun(Sent sent, Run run) {
	}

	/**
	 * A run, at one time.
	 *
	 * @param sent the form that began it
	 * @param run the run
	 */
	record State(Sent sent, RunState run) implements Serializable {
	}

}
