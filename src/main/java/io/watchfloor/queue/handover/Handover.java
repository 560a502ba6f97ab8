package io.watchfloor.queue.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Status;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.change.SeenChange;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.index.Selection;

/**
 * What happened since a time, and what is left to do. The API says neither when nor by
 * whom an incident was closed or merged: what is, and last changed since, counts.
 */
public final class Handover {

	/**
	 * The most incidents of each part: together they fit two sheets of paper.
	 */
	public static final int MOST = 10;

	private final IncidentIndex index;

	private final SeenChanges changes;

	private final Instant since;

	private final Viewpoint viewpoint;

	/**
	 * Create a handover.
	 * @param index the incidents
	 * @param changes the changes that were seen in them
	 * @param since the time, inclusive
	 * @param viewpoint when, and with which limits; who looks counts for the ranking
	 */
	public Handover(IncidentIndex index, SeenChanges changes, Instant since, Viewpoint viewpoint) {
		this.index = index;
		this.changes = changes;
		this.since = since;
		this.viewpoint = viewpoint;
	}

	/**
	 * Select what was created since, the most severe first.
	 * @return the first incidents, and the number of all
	 */
	public Selection arrived() {
		return first(arrivedView(this.since));
	}

	/**
	 * Return the view of what was created since a time.
	 */
	public static IncidentQuery arrivedView(Instant since) {
		TimeRange range = TimeRange.between(since, null);
		return IncidentQuery.DEFAULT.with(range)
			.withCreated(range)
			.with(new IncidentOrder(IncidentOrder.Column.SEVERITY, true));
	}

	/**
	 * Count what was created since by severity.
	 * @return the numbers by the API's word
	 */
	public Map<String, Long> arrivedBySeverity() {
		return count(arrivedView(this.since), Facet.SEVERITY);
	}

	/**
	 * Select what was merged into another, the last one first.
	 * @return the first incidents, and the number of all
	 */
	public Selection merged() {
		return first(changedView(this.since, Status.REDIRECTED));
	}

	/**
	 * Select what was closed, the most severe first.
	 * @return the first incidents, and the number of all
	 */
	public Selection closed() {
		return first(closedView(this.since));
	}

	/**
	 * Return the view of what was closed since a time.
	 */
	public static IncidentQuery closedView(Instant since) {
		return changedView(since, Status.RESOLVED).with(new IncidentOrder(IncidentOrder.Column.SEVERITY, true));
	}

	/**
	 * Count what was closed by classification.
	 * @return the numbers by the API's word
	 */
	public Map<String, Long> closedByClassification() {
		return count(closedView(this.since), Facet.CLASSIFICATION);
	}

	/**
	 * Select what is open and assigned to nobody, whatever its age, the oldest first.
	 * @return the first incidents, and the number of all
	 */
	public Selection waiting() {
		return first(open().with(Facet.ASSIGNED_TO, Set.of(Facet.NOBODY))
			.with(new IncidentOrder(IncidentOrder.Column.CREATED, false)));
	}

	/**
	 * Select what is open, in the order of its attention.
	 * @return the first incidents, and the number of all
	 */
	public Selection ranked() {
		return first(open().with(new IncidentOrder(IncidentOrder.Column.ATTENTION, false)));
	}

	/**
	 * Return the view of what is open, was created before and changed since: what
	 * escalated is among it.
	 */
	public IncidentQuery olderChanged() {
		return IncidentQuery.DEFAULT.with(Facet.STATUS, Set.of(Facet.OPEN))
			.with(TimeRange.between(this.since, null))
			.withCreated(TimeRange.between(null, this.since));
	}

	/**
	 * Find what is open, was created before and got worse since.
	 * @return the incidents, the worst first
	 */
	public List<Escalation> escalated() {
		Map<Long, List<SeenChange>> seen = Stream
			.concat(this.changes.of(SeenChange.Kind.RAISED), this.changes.of(SeenChange.Kind.REOPENED))
			.filter((change) -> change.millis() >= this.since.toEpochMilli())
			.collect(Collectors.groupingBy(SeenChange::id));
		return this.index.all(olderChanged(), this.viewpoint)
			.map((incident) -> new Escalation(incident, seen.getOrDefault(incident.id(), List.of()),
					newAlerts(incident)))
			.filter((escalation) -> !escalation.changes().isEmpty() || escalation.newAlerts() > 0)
			.sorted(Escalation.WORST_FIRST)
			.toList();
	}

	private int newAlerts(IncidentSummary incident) {
		long first = this.since.toEpochMilli();
		return (int) incident.alertTimes().millis().filter((raised) -> raised >= first).count();
	}

	private static IncidentQuery changedView(Instant since, Status status) {
		return IncidentQuery.DEFAULT.with(TimeRange.between(since, null)).with(Facet.STATUS, Set.of(status.word()));
	}

	private static IncidentQuery open() {
		return IncidentQuery.DEFAULT.with(Facet.STATUS, Set.of(Facet.OPEN)).with(TimeRange.ANY);
	}

	private Selection first(IncidentQuery view) {
		Selection first = this.index.select(view.ofSize(MOST), this.viewpoint);
		return new Selection(view, first.total(), first.rows());
	}

	private Map<String, Long> count(IncidentQuery view, Facet facet) {
		return this.index.all(view.with(IncidentOrder.DEFAULT), this.viewpoint)
			.flatMap((incident) -> facet.values(incident).stream())
			.collect(Collectors.groupingBy((value) -> value, Collectors.counting()));
	}

}
