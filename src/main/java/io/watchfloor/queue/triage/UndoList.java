package io.watchfloor.queue.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import io.watchfloor.defender.IncidentUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one session that can be undone. Thread-safe.
 */
final class UndoList {

	/**
	 * How long a change can be undone. It is short, because undoing does not bring back
	 * the alerts that were resolved or assigned along with the incident.
	 */
	static final Duration KEPT = Duration.ofMinutes(10);

	/**
	 * The most changes that can be undone: those of the largest run.
	 */
	static final int MOST = Triage.MOST_AT_ONCE;

	private final Deque<UndoEntry> newestFirst;

	/**
	 * Create the list of a session.
	 * @param newestFirst what can be undone by now
	 */
	UndoList(List<UndoEntry> newestFirst) {
		this.newestFirst = new ArrayDeque<>(newestFirst);
	}

	/**
	 * Add a change.
	 * @param result what became of it
	 * @return the name of the entry; {@code null} when there is nothing to be undone
	 */
	synchronized @Nullable String add(TriageResult result) {
		IncidentUpdate written = result.written();
		SeenState before = result.before();
		if (written == null || before == null) {
			return null;
		}
		IncidentUpdate restores = UndoEntry.restores(before, written);
		if (!restores.changesFields()) {
			return null;
		}
		String name = UUID.randomUUID().toString();
		this.newestFirst
			.addFirst(new UndoEntry(name, result.request().id(), written, restores, result.at().plus(KEPT)));
		if (this.newestFirst.size() > MOST) {
			this.newestFirst.removeLast();
		}
		return name;
	}

	/**
	 * Return the changes that can be undone, newest first.
	 */
	synchronized List<UndoEntry> all(Instant now) {
		this.newestFirst.removeIf((entry) -> !now.isBefore(entry.until()));
		return List.copyOf(this.newestFirst);
	}

	/**
	 * Return a change that can be undone.
	 * @return the entry; {@code null} when there is none of this name
	 */
	@Nullable UndoEntry find(String name, Instant now) {
		return all(now).stream().filter((entry) -> entry.name().equals(name)).findFirst().orElse(null);
	}

	/**
	 * Remove a change that was undone.
	 */
	synchronized void remove(UndoEntry entry) {
		this.newestFirst.remove(entry);
	}

}
