package io.watchfloor.queue.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Reading;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.reading.SummaryInterner;
import io.watchfloor.sandbox.defender.SandboxPages;

/**
 * The 100,000 incidents of the last 180 days that everything is measured with, read like
 * any analyst's.
 */
public final class Tenant {

	public static final int SIZE = 100_000;

	public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	public static final Viewpoint VIEWPOINT = new Viewpoint("ada.analyst@contoso.com", NOW, Viewpoint.ACTIVE_LIMIT);

	static final TimeRange WHOLE = TimeRange.last(Duration.ofDays(181));

	/**
	 * Everything but the newest incident.
	 */
	static final IncidentIndex INDEX;

	static final IncidentSummary NEWEST;

	static {
		SummaryInterner summaries = new SummaryInterner();
		List<IncidentSummary> all = new ArrayList<>(SIZE);
		pages(SIZE).forEach((page) -> Reading.read(page, (incident) -> all.add(summaries.summarize(incident))));
		NEWEST = all.remove(SIZE - 1);
		INDEX = summaries.emptyIndex().with(all);
	}

	private Tenant() {
	}

	/**
	 * The answers that hold a tenant's incidents, made one by one.
	 */
	public static Stream<byte[]> pages(int tenant) {
		SandboxPages pages = new SandboxPages(tenant, NOW);
		return IntStream.range(0, tenant / 100).mapToObj((page) -> pages.page(page * 100, 100));
	}

}
