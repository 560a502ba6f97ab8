package io.watchfloor.web.analyst;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.reading.IncidentQueue;
import io.watchfloor.queue.reading.IncidentQueues;
import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.signin.session.SessionDataEnded;
import io.watchfloor.signin.session.SessionDataKeys;
import io.watchfloor.web.format.SourceDetails;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.stereotype.Component;

/**
 * Finds the queue of the analyst who sends a request. A queue belongs to the data of a
 * session and is removed with it: when the session ends, or when another analyst signs in
 * to it. It stays when the same analyst signs in again.
 */
@Component
public class AnalystQueues {

	private final IncidentQueues queues;

	private final IncidentSource incidents;

	private final SessionDataKeys keys;

	private final SourceDetails source;

	private final WatchfloorSettings settings;

	private final Clock clock;

	private final QueueMeters meters;

	private final AuditLog audit;

	AnalystQueues(IncidentSource incidents, SessionDataKeys keys, WatchfloorSettings settings, Clock clock,
			MeterRegistry meters, AuditLog audit) {
		this.incidents = incidents;
		this.keys = keys;
		this.source = SourceDetails.of(incidents::gives);
		this.settings = settings;
		this.clock = clock;
		this.queues = new IncidentQueues(clock, settings.freshness(), settings.queueBytes());
		this.meters = new QueueMeters(meters, this.queues, settings.queueBytes());
		this.audit = audit;
	}

	/**
	 * Return what the source of the incidents gives.
	 */
	public SourceDetails source() {
		return this.source;
	}

	/**
	 * Return the queue of the session that a request belongs to.
	 * @throws AuthenticationCredentialsNotFoundException if the session is over, or
	 * another analyst has signed in to it while the request was under way
	 */
	public IncidentQueue of(HttpServletRequest request) {
		return this.queues.forSession(this.keys.of(request), this.incidents);
	}

	/**
	 * Bring the analyst's queue up to date and return what it holds. A first visit reads
	 * the newest page and shows it at once; each later one reads a step further back
	 * until the range is complete. A poll, which names the version that it has, lets
	 * people who wait go first.
	 * @param range how far back the queue has to reach
	 * @throws DefenderException if there is nothing to show, because the queue could
	 * never be read, or because Defender refuses this analyst
	 */
	public AnalystView read(HttpServletRequest request, Analyst analyst, TimeRange range) {
		Viewpoint viewpoint = viewpoint(analyst);
		boolean poll = request.getHeader(HttpHeaders.IF_NONE_MATCH) != null;
		QueueSnapshot snapshot = asked(of(request), (queue) -> read(queue, range.historyStart(viewpoint.now()), poll));
		DefenderException failure = snapshot.state().failure();
		if (failure != null && snapshot.state().asOf() == null) {
			logRefusal(request, analyst, failure);
			throw failure;
		}
		this.meters.answered(snapshot.state().asOf(), this.clock.instant());
		return AnalystView.of(analyst, viewpoint, snapshot, this.source).storeIn(request);
	}

	/**
	 * Read one incident and update the queue, so that its views agree with the incident's
	 * page.
	 * @throws DefenderException if the incident cannot be read; if Defender refuses this
	 * analyst, the queue is empty from now on
	 */
	public Incident open(HttpServletRequest request, Analyst analyst, long id) {
		try {
			return OpenedIncident.storeIn(request, asked(of(request), (queue) -> queue.open(id)));
		}
		catch (DefenderException failure) {
			logRefusal(request, analyst, failure);
			throw failure;
		}
	}

	/**
	 * Ask Defender. Without a token the analyst has to sign in again and sees nothing
	 * until then, whatever the queue holds.
	 */
	private static <T> T asked(IncidentQueue queue, Function<IncidentQueue, T> call) {
		try {
			return call.apply(queue);
		}
		catch (ClientAuthorizationRequiredException ex) {
			queue.drop(null);
			throw ex;
		}
	}

	private void logRefusal(HttpServletRequest request, Analyst analyst, DefenderException failure) {
		if (failure.isRefusal()) {
			this.audit.accessRefused(request, analyst, failure.getClass().getSimpleName().toLowerCase(Locale.ROOT));
		}
	}

	/**
	 * Return what the analyst's queue holds, without asking Defender for more.
	 */
	public AnalystView held(HttpServletRequest request, Analyst analyst) {
		return AnalystView.of(analyst, viewpoint(analyst), of(request).snapshot(), this.source).storeIn(request);
	}

	/**
	 * Record that the analyst has changed an incident without this queue.
	 */
	public void outdate(HttpServletRequest request) {
		of(request).outdate();
	}

	private Viewpoint viewpoint(Analyst analyst) {
		return new Viewpoint(analyst.usernames(), this.clock.instant(), this.settings.attention());
	}

	private static QueueSnapshot read(IncidentQueue queue, Instant since, boolean poll) {
		boolean known = queue.snapshot().state().asOf() != null;
		QueueSnapshot snapshot = poll ? queue.poll(since) : queue.refresh(since);
		if (!known || snapshot.state().failure() != null) {
			return snapshot;
		}
		snapshot = queue.checkDeletions();
		return (snapshot.state().complete() || snapshot.state().failure() != null) ? snapshot : queue.step();
	}

	@EventListener
	void forget(SessionDataEnded ended) {
		this.queues.remove(ended.key());
	}

}
