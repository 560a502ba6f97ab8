package io.watchfloor.web.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.queue.triage.TriagedIncidents;
import io.watchfloor.queue.triage.TriagedQueue;
import io.watchfloor.signin.consent.WriteAccess;
import io.watchfloor.web.analyst.AnalystQueues;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Incidents in memory that are read and written by the analysts of a test.
 */
final class WritableIncidents implements IncidentSource, IncidentWriter, AnalystWrites {

	static final WriteAccess GRANTED = new WriteAccess(WriteAccess.State.GRANTED, "Incident.ReadWrite", null, null);

	private final ObjectProvider<AnalystQueues> queues;

	private final Map<Long, Incident> incidents = new ConcurrentHashMap<>();

	final List<IncidentUpdate> written = new CopyOnWriteArrayList<>();

	volatile WriteAccess access = GRANTED;

	/** Fails the next writes. */
	volatile @Nullable DefenderException failure;

	WritableIncidents(ObjectProvider<AnalystQueues> queues) {
		this.queues = queues;
	}

	/**
	 * Begin anew, with these incidents alone.
	 */
	void reset(Incident... all) {
		this.incidents.clear();
		for (Incident incident : all) {
			this.incidents.put(incident.id(), incident);
		}
		this.written.clear();
		this.access = GRANTED;
		this.failure = null;
	}

	/**
	 * Change an incident as somebody else does.
	 */
	void change(long id, UnaryOperator<Incident> change) {
		this.incidents.computeIfPresent(id, (number, incident) -> change.apply(incident));
	}

	@Override
	public WriteAccess access(HttpServletRequest request) {
		return this.access;
	}

	@Override
	public TriagedIncidents incidents(HttpServletRequest request) {
		return new TriagedQueue(this.queues.getObject().of(request), this);
	}

	@Override
	public int largestPage() {
		return 100;
	}

	@Override
	public Page list(PageRequest request, Consumer<? super Incident> reader) {
		this.incidents.values().forEach(reader);
		return new Page(this.incidents.size(), false);
	}

	@Override
	public Incident get(long id, ReaderId caller) {
		Incident found = this.incidents.get(id);
		if (found == null) {
			throw SampleFailures.notFound();
		}
		return found;
	}

	@Override
	public boolean gives(SourceDetail detail) {
		return true;
	}

	@Override
	public List<IncidentUpdate> calls(IncidentUpdate update) {
		return List.of(update);
	}

	@Override
	public Incident write(Incident before, IncidentUpdate call, ReaderId reader) {
		if (this.failure != null) {
			throw this.failure;
		}
		this.written.add(call);
		change(before.id(), (incident) -> written(incident, call));
		return get(before.id(), reader);
	}

	static Incident written(Incident incident, IncidentUpdate update) {
		List<Incident.Comment> comments = new ArrayList<>(incident.comments());
		if (update.comment() != null) {
			comments.add(new Incident.Comment(update.comment(), "ada.analyst@contoso.com",
					Instant.parse("2026-11-23T14:03:10Z")));
		}
		Classification classification = update.classification();
		Determination determination = update.determination();
		return new Incident(incident.id(), incident.redirectedTo(), incident.name(), incident.created(),
				incident.lastUpdate(), or(update.assignedTo(), incident.assignedTo()),
				or(update.status(), incident.status()), incident.severity(),
				(classification != null) ? classification.word() : incident.classification(),
				(determination != null) ? determination.word() : incident.determination(), incident.detectionSource(),
				(update.tags() != null) ? update.tags() : incident.tags(), comments, incident.alerts(), null,
				new Incident.Supplement(null, List.of(), null, "grace@contoso.com", null));
	}

	private static @Nullable String or(@Nullable String changed, @Nullable String present) {
		return (changed != null) ? changed : present;
	}

}
