package io.watchfloor.queue.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.defender.Reading;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.index.Tenant;
import io.watchfloor.sandbox.defender.SandboxPages;

/**
 * Tenants of other sizes than {@link Tenant}, for the rooms that stand on this one.
 */
public final class Tenants {

	private static final int PAGE = 100;

	/**
	 * Who looks at them, and when.
	 */
	public static final Viewpoint VIEWPOINT = new Viewpoint("ada.analyst@contoso.com",
			Instant.parse("2026-11-23T12:00:00Z"), Viewpoint.ACTIVE_LIMIT);

	private Tenants() {
	}

	/**
	 * The incidents of the last 180 days, read like any analyst's.
	 * @param size how many, in hundreds
	 * @return the index
	 */
	public static IncidentIndex index(int size) {
		SummaryInterner summaries = new SummaryInterner();
		List<IncidentSummary> all = new ArrayList<>(size);
		SandboxPages pages = new SandboxPages(size, VIEWPOINT.now());
		for (int first = 0; first < size; first += PAGE) {
			Reading.read(pages.page(first, PAGE), (incident) -> all.add(summaries.summarize(incident)));
		}
		return summaries.emptyIndex().with(all);
	}

}
