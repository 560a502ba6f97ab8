package io.watchfloor.web.dashboard;

import java.util.Set;

import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.handover.Shift;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.analyst.Freshness;

/**
 * What a dashboard is counted from, all of the same moment.
 *
 * @param index the incidents that the analyst's queue holds
 * @param changes the changes that it has seen
 * @param state how far it was read
 * @param viewpoint who looks, and when
 * @param shift the shift that it is
 * @param freshness how complete and fresh the numbers are
 */
record DashboardSource(IncidentIndex index, SeenChanges changes, QueueState state, Viewpoint viewpoint, Shift shift,
		Freshness freshness) {

	static DashboardSource of(AnalystView view, Shift shift) {
		return new DashboardSource(view.index(), view.snapshot().changes(), view.snapshot().state(), view.viewpoint(),
				shift, view.freshness());
	}

	/**
	 * Return this as nobody in particular sees it: on a wall nothing is anybody's own.
	 */
	DashboardSource ofNobody() {
		return new DashboardSource(this.index, this.changes, this.state,
				new Viewpoint(Set.of(), this.viewpoint.now(), this.viewpoint.attention()), this.shift, this.freshness);
	}

}
