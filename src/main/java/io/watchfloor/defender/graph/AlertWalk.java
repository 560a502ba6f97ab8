package io.watchfloor.defender.graph;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Reads alerts from the newest creation backwards, beside the incidents that they belong
 * to, and tells of which incidents all have come.
 * <p>
 * An incident has all its alerts once they were read back to shortly before it was
 * created. Alerts whose incident has not come yet wait. An incident is read alone where
 * that is not certain: when too many alerts wait, when it changed after the first alerts
 * were read, when an alert came after it had been passed on, or when none came at all.
 */
final class AlertWalk {

	/**
	 * How long before its incident an alert may have been created.
	 */
	static final Duration BEFORE_INCIDENT = Duration.ofHours(1);

	/**
	 * How much later than the newest of its incidents a walk begins that begins in the
	 * middle. Incidents that changed later are read alone.
	 */
	private static final Duration AFTER_INCIDENT = Duration.ofDays(1);

	/**
	 * How far the clocks of the API and of this server may differ.
	 */
	private static final Duration CLOCKS = Duration.ofMinutes(2);

	/**
	 * The most alerts in a page: 1,000 are possible, and some megabytes.
	 */
	static final int LARGEST_PAGE = 200;

	private static final int SMALLEST_PAGE = 25;

	private final GraphCalls calls;

	private final URI list;

	private final WaitingAlerts waiting = new WaitingAlerts();

	private final Set<Long> joined = new HashSet<>();

	private final Set<Long> alone = new HashSet<>();

	private final Set<Long> late = new LinkedHashSet<>();

	private final @Nullable Instant start;

	private final Instant changesUntil;

	private @Nullable Instant readBackTo;

	private Set<String> readThen = Set.of();

	private @Nullable URI nextLink;

	private final AlertSpan span;

	private int pageSize = LARGEST_PAGE;

	private boolean failing;

	private boolean ended;

	private boolean partial;

	/**
	 * Create a walk that has read nothing yet.
	 * @param calls reads the alerts
	 * @param list the address of the list of alerts
	 * @param createdUntil the latest creation of the incidents, or {@code null} to begin
	 * with the newest
	 * @param span how much time a page spans, for all walks of a reader
	 * @param now the present time
	 */
	AlertWalk(GraphCalls calls, URI list, @Nullable Instant createdUntil, AlertSpan span, Instant now) {
		this.span = span;
		this.calls = calls;
		this.list = list;
		this.start = (createdUntil != null) ? createdUntil.plus(AFTER_INCIDENT) : null;
		this.changesUntil = (this.start != null) ? this.start : now.minus(CLOCKS);
	}

	/**
	 * Return whether nothing was read yet, so that the alerts will be newer than
	 * incidents that were read before.
	 */
	boolean isNew() {
		return this.readBackTo == null && !this.ended;
	}

	/**
	 * Return whether the alerts of an incident have come.
	 * @param incident the incident as it was listed
	 * @param older whether it was listed before the first alerts were read
	 */
	State state(Incident incident, boolean older) {
		Instant created = incident.created();
		if (created == null || this.waiting.hasDropped(incident.id()) || hasChangedSince(incident, older)) {
			return State.ALONE;
		}
		boolean reached = this.ended
				|| (this.readBackTo != null && this.readBackTo.isBefore(needsAlertsFrom(incident)));
		if (!reached) {
			return this.failing ? State.ALONE : State.WAITING;
		}
		boolean merged = "Redirected".equals(incident.status());
		return (merged || !alerts(incident).isEmpty()) ? State.COMPLETE : State.ALONE;
	}

	private boolean hasChangedSince(Incident incident, boolean older) {
		Instant changed = incident.lastUpdate();
		boolean newest = older && this.start == null;
		return !newest && changed != null && changed.isAfter(this.changesUntil);
	}

	/**
	 * Return the alerts of an incident that have come.
	 */
	List<Alert> alerts(Incident incident) {
		return this.waiting.of(incident.id());
	}

	/**
	 * Return whether another page of alerts is worth its call: whether it is likely to
	 * complete at least two incidents, or as many pages to complete all as there are
	 * incidents.
	 * @param incidents the incidents that wait for alerts, newest creation first
	 */
	boolean isWorthwhile(List<Incident> incidents) {
		if (incidents.size() < 2) {
			return false;
		}
		Duration expected = this.span.ofNext();
		if (expected == null) {
			return true;
		}
		Instant from = this.readBackTo;
		if (from == null) {
			from = (this.start != null) ? this.start : this.changesUntil;
		}
		Instant next = from.minus(expected);
		long completed = incidents.stream().filter((incident) -> needsAlertsFrom(incident).isAfter(next)).count();
		Duration toAll = Duration.between(needsAlertsFrom(incidents.get(incidents.size() - 1)), from);
		return completed >= 2 || toAll.dividedBy(expected) + 1 < incidents.size();
	}

	private static Instant needsAlertsFrom(Incident incident) {
		return Objects.requireNonNull(incident.created()).minus(BEFORE_INCIDENT);
	}

	/**
	 * Read the next page of alerts. One that the API cannot send is read as a smaller one
	 * the next time; when even a small one cannot be sent, incidents are read alone.
	 * @param priority the priority of the call
	 * @throws DefenderException when the call fails for another reason than the page
	 */
	void advance(CallPriority priority) {
		try {
			Instant from = (this.readBackTo != null) ? this.readBackTo : this.start;
			AlertPage page = (this.nextLink != null) ? this.calls.alerts(this.nextLink, this.pageSize, priority)
					: this.calls.alerts(from, this.pageSize, priority);
			add(page, from);
			this.pageSize = Math.min(2 * this.pageSize, LARGEST_PAGE);
		}
		catch (DefenderException.Rejected | DefenderException.NotFound ex) {
			if (this.nextLink == null) {
				throw ex;
			}
			// The link has expired: the same place again
			this.nextLink = null;
		}
		catch (DefenderException ex) {
			if (!ex.isOfRequest()) {
				throw ex;
			}
			this.pageSize = this.pageSize / 2;
			this.failing = this.pageSize < SMALLEST_PAGE;
		}
	}

	private void add(AlertPage page, @Nullable Instant from) {
		page.alerts().forEach(this::add);
		this.partial |= page.partial();
		Instant oldest = page.alerts()
			.stream()
			.map((alert) -> alert.alert().created())
			.filter(Objects::nonNull)
			.min(Instant::compareTo)
			.orElse(null);
		this.ended = !page.full();
		if (oldest != null && (from == null || oldest.isBefore(from))) {
			if (page.full()) {
				this.span.measure(page.alerts(), oldest);
			}
			this.readBackTo = oldest;
			this.nextLink = null;
		}
		else if (page.full()) {
			// All were created at one time
			this.nextLink = NextLinks.checked(page.nextLink(), this.list);
			this.failing |= this.nextLink == null;
		}
		this.readThen = idsAt(page, this.readBackTo);
	}

	private void add(GraphAlert alert) {
		String id = alert.alert().id();
		if (id != null && this.readThen.contains(id)) {
			return;
		}
		if (this.joined.contains(alert.incidentId())) {
			this.late.add(alert.incidentId());
		}
		else if (!this.alone.contains(alert.incidentId())) {
			this.waiting.add(alert);
		}
	}

	private static Set<String> idsAt(AlertPage page, @Nullable Instant time) {
		Set<String> ids = new HashSet<>();
		page.alerts()
			.stream()
			.map(GraphAlert::alert)
			.filter((alert) -> Objects.equals(alert.created(), time))
			.forEach((alert) -> {
				if (alert.id() != null) {
					ids.add(alert.id());
				}
			});
		return ids;
	}

	/**
	 * Record that an incident was passed on with the alerts that came.
	 */
	void joined(long incidentId) {
		this.joined.add(incidentId);
	}

	/**
	 * Record that an incident was passed on as it was read alone.
	 */
	void readAlone(long incidentId) {
		this.late.remove(incidentId);
		this.joined.remove(incidentId);
		this.alone.add(incidentId);
	}

	/**
	 * Record that an incident was passed on as it was before, which was complete unless
	 * it was joined here.
	 */
	void known(long incidentId) {
		if (!this.joined.contains(incidentId)) {
			readAlone(incidentId);
		}
	}

	/**
	 * Forget the alerts of an incident that was passed on for good.
	 */
	void forget(long incidentId) {
		this.waiting.remove(incidentId);
	}

	/**
	 * Return the incidents of which an alert came after they had been passed on.
	 */
	List<Long> late() {
		return List.copyOf(this.late);
	}

	/**
	 * Return whether some alerts may be missing since this was last asked.
	 */
	boolean takePartial() {
		boolean taken = this.partial;
		this.partial = false;
		return taken;
	}

	/**
	 * Whether the alerts of an incident have come.
	 */
	enum State {

		/**
		 * All have come.
		 */
		COMPLETE,

		/**
		 * Some may be in the next page of alerts.
		 */
		WAITING,

		/**
		 * Whether all have come cannot be told, so that the incident has to be read
		 * alone.
		 */
		ALONE

	}

}
