package io.watchfloor.queue.reading;

import java.util.concurrent.atomic.AtomicInteger;

import io.watchfloor.defender.xdr.Reading;
import io.watchfloor.queue.index.Tenant;
import io.watchfloor.sandbox.defender.SandboxPages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Measures the way from an answer's bytes to summaries.
 */
@State(Scope.Benchmark)
public class ReadingBenchmark {

	/**
	 * A page of 100 incidents.
	 */
	public static final byte[] PAGE = new SandboxPages(100_000, Tenant.NOW).page(50_000, 100);

	private final SummaryInterner summaries = new SummaryInterner();

	/**
	 * Read the page and summarize its incidents.
	 * @return the number of their alerts
	 */
	@Benchmark
	public int read() {
		AtomicInteger alerts = new AtomicInteger();
		Reading.read(PAGE, (incident) -> alerts.addAndGet(this.summaries.summarize(incident).alerts()));
		return alerts.get();
	}

}
