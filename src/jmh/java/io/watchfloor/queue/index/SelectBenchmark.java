package io.watchfloor.queue.index;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Measures the selection of one page of each view.
 */
@State(Scope.Benchmark)
public class SelectBenchmark {

	@Param({ "20000", "100000" })
	private int incidents;

	@Param
	private View view = View.EVERYTHING;

	/**
	 * Filter, search and sort incidents, and return a page.
	 * @return the page
	 */
	@Benchmark
	public Selection select() {
		return Tenant.of(this.incidents).index().select(this.view.query(), Tenant.VIEWPOINT);
	}

}
