package io.watchfloor.queue.index;

import java.util.List;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Measures counting for the menus, and a change of one incident.
 */
@State(Scope.Benchmark)
public class IndexBenchmark {

	@Param({ "20000", "100000" })
	private int incidents;

	/**
	 * Count every menu.
	 * @return the menus
	 */
	@Benchmark
	public Facets menus() {
		return tenant().index().facets(View.EVERYTHING.query(), Tenant.VIEWPOINT);
	}

	/**
	 * Count every menu beside five filters.
	 * @return the menus
	 */
	@Benchmark
	public Facets menusBesideFilters() {
		return tenant().index().facets(View.FIVE_FILTERS.query(), Tenant.VIEWPOINT);
	}

	/**
	 * Add one incident.
	 * @return the changed index
	 */
	@Benchmark
	public IncidentIndex change() {
		return tenant().index().with(List.of(tenant().newest()));
	}

	private Tenant tenant() {
		return Tenant.of(this.incidents);
	}

}
