package io.watchfloor.queue.related;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.xdr.Reading;
import io.watchfloor.queue.index.Tenant;
import io.watchfloor.sandbox.defender.SandboxPages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Measures finding the related incidents and the campaign of one incident.
 */
@State(Scope.Benchmark)
public class RelatedBenchmark {

	@Param({ "20000", "100000" })
	private int incidents;

	private final List<Incident> opened = new ArrayList<>();

	private int next;

	/**
	 * Read the incidents that are opened, one after the other.
	 */
	@Setup
	public void open() {
		Reading.read(new SandboxPages(this.incidents, Tenant.NOW).page(this.incidents - 100, 100), this.opened::add);
	}

	/**
	 * Find what is related to an incident.
	 * @return the related incidents
	 */
	@Benchmark
	public RelatedIncidents related() {
		Incident incident = this.opened.get(this.next++ % this.opened.size());
		return RelatedIncidents.of(incident, Tenant.of(this.incidents).index(), Tenant.VIEWPOINT, 12);
	}

}
