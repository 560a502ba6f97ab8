package io.watchfloor.queue.reading;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.watchfloor.defender.Incident;
import io.watchfloor.defender.graph.GraphReading;
import io.watchfloor.defender.xdr.Reading;
import io.watchfloor.queue.index.Tenant;
import io.watchfloor.sandbox.defender.SandboxPages;
import io.watchfloor.sandbox.defender.StoredIncident;
import io.watchfloor.sandbox.graph.GraphPages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Measures the way from an answer's bytes to summaries: of the same incidents with their
 * alerts from the Defender API and from Microsoft Graph.
 */
@State(Scope.Benchmark)
public class ReadingBenchmark {

	private static final SandboxPages TENANT = new SandboxPages(100_000, Tenant.NOW);

	private static final int FIRST = 50_000;

	/**
	 * A page of 100 incidents of the Defender API.
	 */
	public static final byte[] PAGE = TENANT.page(FIRST, 100);

	@Param({ "DEFENDER", "GRAPH" })
	private String source = "";

	private byte[] body = {};

	private final SummaryInterner summaries = new SummaryInterner();

	/**
	 * Return the page that is read.
	 * @param source the source that it is of
	 * @return the body
	 */
	public static byte[] page(String source) {
		List<StoredIncident> incidents = TENANT.incidents(FIRST, 100);
		return "GRAPH".equals(source) ? GraphPages.page(incidents) : PAGE;
	}

	/**
	 * Make the page.
	 */
	@Setup
	public void makePage() {
		this.body = page(this.source);
	}

	/**
	 * Read the page and summarize its incidents.
	 * @return the number of their alerts
	 */
	@Benchmark
	public int read() {
		AtomicInteger alerts = new AtomicInteger();
		Consumer<Incident> summarize = (incident) -> alerts.addAndGet(this.summaries.summarize(incident).alerts());
		if ("GRAPH".equals(this.source)) {
			GraphReading.read(this.body, summarize);
		}
		else {
			Reading.read(this.body, summarize);
		}
		return alerts.get();
	}

}
