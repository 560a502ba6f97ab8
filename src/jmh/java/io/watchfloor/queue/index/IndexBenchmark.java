package io.watchfloor.queue.index;

import java.util.List;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * Measures what an index does besides selecting a page.
 */
public class IndexBenchmark {

	/**
	 * Count every menu.
	 * @return the menus
	 */
	@Benchmark
	public Facets menus() {
		return Tenant.INDEX.facets(View.EVERYTHING.query(), Tenant.VIEWPOINT);
	}

	/**
	 * Count every menu beside five filters.
	 * @return the menus
	 */
	@Benchmark
	public Facets menusBesideFilters() {
		return Tenant.INDEX.facets(View.FIVE_FILTERS.query(), Tenant.VIEWPOINT);
	}

	/**
	 * Learn of one change.
	 * @return the changed index
	 */
	@Benchmark
	public IncidentIndex change() {
		return Tenant.INDEX.with(List.of(Tenant.NEWEST));
	}

}
