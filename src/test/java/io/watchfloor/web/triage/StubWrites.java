package io.watchfloor.web.triage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentUpdate;
import io.watchfloor.defender.SampleFailures;
import io.watchfloor.queue.triage.TriagedIncidents;
import io.watchfloor.signin.consent.WriteAccess;
import io.watchfloor.web.support.QueueIncidents;
import io.watchfloor.web.support.SampleQueue;
import io.watchfloor.web.triage.form.TriageWords;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Incidents that everybody may write who has the permission, which a test gives and
 * takes.
 */
final class StubWrites implements AnalystWrites, TriagedIncidents {

	static final String PERMISSION = "Incident.ReadWrite";

	private final Map<Long, Incident> incidents = new ConcurrentHashMap<>();

	private final List<String> written = new ArrayList<>();

	private final Deque<DefenderException> failures = new ArrayDeque<>();

	private boolean granted = true;

	private boolean commentsWait;

	/**
	 * Make everything as it was, with the permission given.
	 */
	void reset() {
		this.incidents.clear();
		QueueIncidents.incidents(SampleQueue.INCIDENTS)
			.forEach((incident) -> this.incidents.put(incident.id(), incident));
		this.written.clear();
		this.failures.clear();
		this.granted = true;
		this.commentsWait = false;
	}

	/**
	 * Take comments in calls of their own, and let them wait.
	 */
	void holdComments() {
		this.commentsWait = true;
	}

	void grant(boolean given) {
		this.granted = given;
	}

	/**
	 * Let the next writes fail, one after the other.
	 */
	void failNext(DefenderException... failing) {
		this.failures.addAll(List.of(failing));
	}

	/**
	 * Change an incident as somebody else does.
	 */
	void changeElsewhere(long id, IncidentUpdate update) {
		this.incidents.computeIfPresent(id, (number, incident) -> changed(incident, update));
	}

	/**
	 * Return what was written, in order, such as {@code 924600 InProgress}.
	 */
	List<String> written() {
		return List.copyOf(this.written);
	}

	Incident incident(long id) {
		return Objects.requireNonNull(this.incidents.get(id));
	}

	@Override
	public WriteAccess access(HttpServletRequest request) {
		return new WriteAccess(this.granted ? WriteAccess.State.GRANTED : WriteAccess.State.NOT_ASKED, PERMISSION, null,
				QueueIncidents.NOW.minusSeconds(1));
	}

	@Override
	public TriagedIncidents incidents(HttpServletRequest request) {
		return this;
	}

	@Override
	public Incident read(long id) {
		Incident incident = this.incidents.get(id);
		if (incident == null) {
			throw SampleFailures.notFound();
		}
		return incident;
	}

	@Override
	public List<IncidentUpdate> calls(IncidentUpdate update) {
		return (this.commentsWait && update.comment() != null) ? List.of(update.withoutComment(), update.commentOnly())
				: List.of(update);
	}

	@Override
	public Incident write(Incident before, IncidentUpdate call) {
		DefenderException failure = this.failures.poll();
		if (failure != null) {
			throw failure;
		}
		if (this.commentsWait && call.comment() != null) {
			throw SampleFailures.throttled(12_000);
		}
		Incident after = changed(before, call);
		this.incidents.put(before.id(), after);
		this.written.add(before.id() + " " + String.join(", ", TriageWords.parts(call)));
		return after;
	}

	private static Incident changed(Incident before, IncidentUpdate update) {
		Classification classification = update.classification();
		Determination determination = update.determination();
		return new Incident(before.id(), before.redirectedTo(), before.name(), before.created(), before.lastUpdate(),
				or(update.assignedTo(), before.assignedTo()), or(update.status(), before.status()), before.severity(),
				(classification != null) ? classification.word() : before.classification(),
				(determination != null) ? determination.word() : before.determination(), before.detectionSource(),
				Objects.requireNonNullElse(update.tags(), before.tags()), before.comments(), before.alerts(),
				before.portalUrl());
	}

	private static @Nullable String or(@Nullable String changed, @Nullable String before) {
		return (changed != null) ? changed : before;
	}

}
