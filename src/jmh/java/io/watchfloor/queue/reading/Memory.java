package io.watchfloor.queue.reading;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.defender.xdr.Reading;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.index.Tenant;
import io.watchfloor.queue.index.View;
import io.watchfloor.sandbox.defender.SandboxPages;

/**
 * Measures the heap that the incidents of queues take, by what a full garbage collection
 * leaves.
 */
public final class Memory {

	private static final int INCIDENTS = 10_000;

	private Memory() {
	}

	/**
	 * Measure the heap for analysts who each read the same 10,000 incidents.
	 * @param analysts the number of analysts
	 * @return bytes for all of them together
	 */
	public static long ofAnalysts(int analysts) {
		read(1);
		long before = used();
		List<Object> kept = read(analysts);
		long after = used();
		Reference.reachabilityFence(kept);
		return after - before;
	}

	/**
	 * Return the analysts' indexes, each read anew, and the interner that they share.
	 */
	private static List<Object> read(int analysts) {
		SummaryInterner summaries = new SummaryInterner();
		List<List<IncidentSummary>> all = Stream.<List<IncidentSummary>>generate(ArrayList::new)
			.limit(analysts)
			.toList();
		Tenant.pages(INCIDENTS)
			.forEach((page) -> all
				.forEach((one) -> Reading.read(page, (incident) -> one.add(summaries.summarize(incident)))));
		List<Object> kept = new ArrayList<>(List.of(summaries));
		all.forEach((one) -> kept.add(asked(summaries.emptyIndex().with(one))));
		return kept;
	}

	/**
	 * Return an index after all queries, so that it has made all its columns.
	 */
	private static IncidentIndex asked(IncidentIndex index) {
		for (View view : View.values()) {
			index.select(view.query(), Tenant.VIEWPOINT);
		}
		for (IncidentOrder.Column column : IncidentOrder.Column.values()) {
			index.select(View.EVERYTHING.query().with(new IncidentOrder(column, false)), Tenant.VIEWPOINT);
		}
		index.facets(View.EVERYTHING.query(), Tenant.VIEWPOINT);
		return index;
	}

	/**
	 * Divide the heap for the 10,000 incidents by their number.
	 * @param bytes the heap for all
	 * @return bytes for each incident
	 */
	public static long eachOf(long bytes) {
		return bytes / INCIDENTS;
	}

	/**
	 * Measure the heap that reading a page takes besides the answer itself, when no incident is
	 * kept.
	 * @param incidents the number of incidents on the page
	 * @return bytes in use at its last incident
	 */
	public static long ofReading(int incidents) {
		byte[] page = new SandboxPages(incidents, Tenant.NOW).page(0, incidents);
		long before = used();
		long[] during = new long[2];
		Reading.read(page, (incident) -> {
			if (++during[0] == incidents) {
				during[1] = used();
			}
		});
		return during[1] - before;
	}

	private static long used() {
		System.gc();
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
