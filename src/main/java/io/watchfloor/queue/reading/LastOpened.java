package io.watchfloor.queue.reading;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.index.IncidentIndex;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the incident that was opened last for 10 seconds, or for as long as the queue
 * counts as fresh if that is shorter, so that a reload of its page, Back, another
 * grouping of its story or a print costs no call. Thread-safe.
 */
final class LastOpened {

	private static final Duration LONGEST = Duration.ofSeconds(10);

	private final Duration keptFor;

	private volatile @Nullable Kept latest;

	/**
	 * Create a keeper that keeps nothing yet.
	 * @param freshness how old the queue may be when it is asked for
	 */
	LastOpened(Duration freshness) {
		this.keptFor = (freshness.compareTo(LONGEST) < 0) ? freshness : LONGEST;
	}

	/**
	 * Keep an incident in place of the one before.
	 * @param incident the incident
	 * @param summary its summary, as the queue holds it
	 * @param readAt when it was read
	 */
	void keep(Incident incident, IncidentSummary summary, Instant readAt) {
		this.latest = new Kept(summary, new SoftReference<>(incident), readAt.plus(this.keptFor));
	}

	/**
	 * Keep none any longer.
	 */
	void forget() {
		this.latest = null;
	}

	/**
	 * Return the incident that is kept, if it is the one asked for and the queue holds
	 * exactly what was read: after a newer change it has to be read again, and what the
	 * queue no longer holds the analyst may no longer see.
	 * @param id the number of the incident asked for
	 * @param now the present time
	 * @param held what the queue holds
	 * @return the incident, or {@code null} if it has to be read
	 */
	@Nullable Incident find(long id, Instant now, IncidentIndex held) {
		Kept kept = this.latest;
		if (kept == null || kept.summary().id() != id || !now.isBefore(kept.until())) {
			return null;
		}
		boolean current = held.find(id).filter(kept.summary()::equals).isPresent();
		return current ? kept.incident().get() : null;
	}

	/**
	 * An incident and until when it is kept.
	 *
	 * @param summary its summary
	 * @param incident the incident, which may be 20 MB for each session and therefore
	 * gives way when memory is short
	 * @param until the time
	 */
	private record Kept(IncidentSummary summary, SoftReference<Incident> incident, Instant until) {
	}

}
