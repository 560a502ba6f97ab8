package io.watchfloor.defender.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.DefenderException;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource.Page;
import io.watchfloor.defender.Urgency;
import io.watchfloor.defender.graph.AlertWalk.State;
import io.watchfloor.defender.graph.Rows.Row;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the incidents of one page with their alerts, in order. Where that takes more
 * calls than a reader may wait for, or than the call budget has, the page ends early.
 */
final class PageJoin {

	/**
	 * The most calls after the one for the incidents.
	 */
	private static final int MOST_CALLS = 6;

	/**
	 * The same for the first page of a queue, of which somebody waits for the first rows.
	 */
	private static final int MOST_CALLS_OF_FIRST = 1;

	private final SingleIncidents singles;

	private final IncidentWalk walk;

	private final CallPriority priority;

	private final Consumer<? super Incident> consumer;

	private final List<Incident> passed = new ArrayList<>();

	private final List<Long> unreadable = new ArrayList<>();

	private final boolean older;

	private int callsLeft;

	/**
	 * Create a join.
	 * @param singles reads incidents alone
	 * @param walk what is known of the walk that the page is of
	 * @param priority the priority of the page
	 * @param consumer takes each incident
	 */
	PageJoin(SingleIncidents singles, IncidentWalk walk, CallPriority priority, Consumer<? super Incident> consumer) {
		this.singles = singles;
		this.walk = walk;
		this.priority = priority.following();
		this.consumer = consumer;
		this.older = walk.alerts().isNew();
		this.callsLeft = (priority.urgency() == Urgency.FIRST) ? MOST_CALLS_OF_FIRST : MOST_CALLS;
	}

	/**
	 * Pass on incidents.
	 * @param rows the incidents without their alerts
	 * @return what is known of the page, which may have fewer than the rows
	 */
	Page pass(Rows rows) {
		int size = 0;
		while (size < rows.size() && passOrEnd(rows, size)) {
			size++;
		}
		AlertWalk alerts = this.walk.alerts();
		this.passed.forEach((incident) -> alerts.forget(incident.id()));
		if (!this.passed.isEmpty()) {
			this.walk.keep(this.passed.get(this.passed.size() - 1));
		}
		boolean more = rows.more() || size < rows.size() || !alerts.late().isEmpty();
		return new Page(size, more, this.unreadable, rows.partial() | alerts.takePartial());
	}

	/**
	 * Pass on again the incidents of which an alert came too late, as far as there are
	 * calls for them.
	 */
	void passLate() {
		try {
			for (long id : this.walk.alerts().late()) {
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
	private boolean passOrEnd(Rows rows, int index) {
		Row row = rows.rows().get(index);
		if (row.incident() == null) {
			this.unreadable.add(row.number());
			return true;
		}
		try {
			return passOrEnd(row.incident(), rows, index);
		}
		catch (DefenderException.Throttled ex) {
			if (index == 0) {
				throw ex;
			}
			requireHeldBack(ex);
			return false;
		}
	}

	private boolean passOrEnd(Incident incident, Rows rows, int index) {
		Incident known = this.walk.kept(incident);
		if (known != null) {
			pass(known);
			return true;
		}
		AlertWalk alerts = this.walk.alerts();
		State state = alerts.state(incident, this.older);
		while (state == State.WAITING && this.callsLeft > 0 && alerts.isWorthwhile(waiting(rows, index))) {
			this.callsLeft--;
			alerts.advance(this.priority);
			state = alerts.state(incident, this.older);
		}
		if (state == State.COMPLETE) {
			alerts.joined(incident.id());
			pass(IncidentMapping.joined(incident, alerts.alerts(incident)));
			return true;
		}
		if (this.callsLeft == 0 && index > 0) {
			return false;
		}
		passAlone(incident.id());
		return true;
	}

	private List<Incident> waiting(Rows rows, int from) {
		return rows.rows().subList(from, rows.size()).stream().<Incident>mapMulti((row, waiting) -> {
			Incident incident = row.incident();
			if (incident != null && this.walk.alerts().state(incident, this.older) == State.WAITING) {
				waiting.accept(incident);
			}
		}).toList();
	}

	private void passAlone(long id) {
		this.callsLeft = Math.max(this.callsLeft - 1, 0);
		Incident incident = readOrNull(id);
		this.walk.alerts().readAlone(id);
		if (incident != null) {
			pass(incident);
		}
	}

	/**
	 * Read an incident alone, {@code null} if it is gone meanwhile.
	 */
	private @Nullable Incident readOrNull(long id) {
		try {
			return this.singles.listed(id, this.priority);
		}
		catch (DefenderException.NotFound ex) {
			return null;
		}
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
