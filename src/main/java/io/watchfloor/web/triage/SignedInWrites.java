package io.watchfloor.web.triage;

import io.watchfloor.defender.IncidentWriter;
import io.watchfloor.queue.triage.TriagedIncidents;
import io.watchfloor.queue.triage.TriagedQueue;
import io.watchfloor.signin.consent.WriteAccess;
import io.watchfloor.signin.consent.WriteConsent;
import io.watchfloor.web.analyst.AnalystQueues;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Reads and writes by the queue of the analyst's session.
 */
@Component
@ConditionalOnBooleanProperty("watchfloor.triage")
class SignedInWrites implements AnalystWrites {

	private final WriteConsent consent;

	private final AnalystQueues queues;

	private final IncidentWriter writer;

	SignedInWrites(WriteConsent consent, AnalystQueues queues, IncidentWriter writer) {
		this.consent = consent;
		this.queues = queues;
		this.writer = writer;
	}

	@Override
	public WriteAccess access(HttpServletRequest request) {
		return this.consent.of(request);
	}

	@Override
	public TriagedIncidents incidents(HttpServletRequest request) {
		return new TriagedQueue(this.queues.of(request), this.writer);
	}

}
