package io.watchfloor.queue.handover;

import java.time.Duration;
import java.util.List;

import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.index.Tenant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The handover of a shift of 8 hours over 20,000 incidents, on one thread.
 */
@State(Scope.Benchmark)
public class HandoverBenchmark {

	private final IncidentIndex index = Tenant.of(20_000).index();

	/**
	 * Find everything that the page shows.
	 * @return what was found
	 */
	@Benchmark
	public Object handover() {
		Handover handover = new Handover(this.index, SeenChanges.NONE,
				Tenant.VIEWPOINT.now().minus(Duration.ofHours(8)), Tenant.VIEWPOINT);
		return List.of(handover.ranked(), handover.escalated(), handover.arrived(), handover.arrivedBySeverity(),
				handover.closed(), handover.closedByClassification(), handover.merged(), handover.waiting());
	}

}
