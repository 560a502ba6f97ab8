package io.watchfloor.defender.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.graph.AlertWalk.State;
import io.watchfloor.defender.graph.IncidentWalk.Listed;
import io.watchfloor.defender.graph.ListedRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the incidents of one page with their alerts, in order. Where that takes more
 * calls than a reader may wait for, or than the call budget has, the page ends early, and
 * the rows left are kept for the next.
 */
final class PageJoin {

	private final SingleIncidents singles;

	private final IncidentWalk walk;

	private final AlertWalk alerts;

	private final Consumer<? super Incident> consumer;

	private final List<Incident> passed = new ArrayList<>();

	private final List<Long> unreadable = new ArrayList<>();

	private CallPriority priority;

	private int callsLeft;

	private boolean older;

	/**
	 * Create a join.
	 * @param singles reads incidents alone
	 * @param walk what is kept of the walk that the page is of
	 * @param priority the priority of the next call
	 * @param consumer takes each incident
	 */
	PageJoin(SingleIncidents singles, IncidentWalk walk, CallPriority priority, Consumer<? super Incident> consumer) {
		this.singles = singles;
		this.walk = walk;
		this.alerts = walk.alerts();
		this.priority = priority;
		this.consumer = consumer;
	}

	/**
	 * Pass on incidents.
	 * @param listed the incidents without their alerts
	 * @param mostCalls the most calls to make, unless the first incident takes one more
	 * @return what is known of the page, which may have fewer than were listed
	 */
	Page pass(Listed listed, int mostCalls) {
		this.callsLeft = mostCalls;
		this.older = listed.older();
		passLate();
		ListedRows rows = listed.rows();
		int size = 0;
		while (size < rows.size() && passOrEnd(rows, size)) {
			size++;
		}
		this.passed.forEach((incident) -> this.alerts.forget(incident.id()));
		if (!this.passed.isEmpty()) {
			this.walk.recent().keep(this.passed.get(this.passed.size() - 1));
		}
		this.walk.keepLeft((size < rows.size()) ? listed.behind(size) : null);
		boolean more = rows.more() || size < rows.size() || !this.alerts.late().isEmpty();
		return new Page(size, more, this.unreadable, rows.partial() | this.alerts.takePartial());
	}

	/**
	 * Pass on again the incidents of which an alert came too late, as far as there are
	 * calls for them.
	 */
	private void passLate() {
		try {
			for (long id : this.alerts.late()) {
				if (this.callsLeft == 0) {
					return;
				}
				passAlone(id);
			}
		}
		catch (DefenderException.Throttled ex) {
			requireHeldBack(ex);
		}
	}

	/**
	 * Pass on a row, or return {@code false} where the page ends before it.
	 */
	private boolean passOrEnd(ListedRows rows, int index) {
		Row row = rows.rows().get(index);
		Incident incident = row.incident();
		if (incident == null) {
			this.unreadable.add(row.number());
			return true;
		}
		try {
			return passOrEnd(incident, rows, index);
		}
		catch (DefenderException.Throttled ex) {
			if (index == 0) {
				throw ex;
			}
			requireHeldBack(ex);
			return false;
		}
	}

	private boolean passOrEnd(Incident incident, ListedRows rows, int index) {
		Incident recent = this.walk.recent().find(incident);
		if (recent != null) {
			this.alerts.known(incident.id());
			pass(recent);
			return true;
		}
		State state = this.alerts.state(incident, this.older);
		while (state == State.WAITING && this.callsLeft > 0 && this.alerts.isWorthwhile(waiting(rows, index))) {
			this.alerts.advance(nextCall());
			state = this.alerts.state(incident, this.older);
		}
		if (state == State.COMPLETE) {
			this.alerts.joined(incident.id());
			pass(IncidentMapping.joined(incident, this.alerts.alerts(incident)));
			return true;
		}
		if (this.callsLeft == 0 && index > 0) {
			return false;
		}
		passAlone(incident.id());
		return true;
	}

	private List<Incident> waiting(ListedRows rows, int from) {
		return rows.rows().subList(from, rows.size()).stream().<Incident>mapMulti((row, waiting) -> {
			Incident incident = row.incident();
			if (incident != null && this.walk.recent().find(incident) == null
					&& this.alerts.state(incident, this.older) == State.WAITING) {
				waiting.accept(incident);
			}
		}).toList();
	}

	private void passAlone(long id) {
		Incident incident = readOrNull(id);
		this.alerts.readAlone(id);
		if (incident != null) {
			this.walk.recent().keep(incident);
			pass(incident);
		}
	}

	/**
	 * Read an incident alone, {@code null} if it is gone meanwhile.
	 */
	private @Nullable Incident readOrNull(long id) {
		try {
			return this.singles.listed(id, nextCall());
		}
		catch (DefenderException.NotFound ex) {
			return null;
		}
	}

	/**
	 * Return the priority of the next call: those after it follow it.
	 */
	private CallPriority nextCall() {
		CallPriority next = this.priority;
		this.priority = next.following();
		this.callsLeft = Math.max(this.callsLeft - 1, 0);
		return next;
	}

	private void pass(Incident incident) {
		this.passed.add(incident);
		this.consumer.accept(incident);
	}

	private static void requireHeldBack(DefenderException.Throttled ex) {
		if (!ex.heldBack()) {
			throw ex;
		}
	}

}
