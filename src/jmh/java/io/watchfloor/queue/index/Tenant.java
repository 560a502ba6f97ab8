package io.watchfloor.queue.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.watchfloor.defender.xdr.Reading;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.reading.SummaryInterner;
import io.watchfloor.sandbox.defender.SandboxPages;

/**
 * The incidents of the last 180 days that all measurements use, read as an analyst's are.
 *
 * @param index everything but the newest incident
 * @param newest the newest incident
 */
public record Tenant(IncidentIndex index, IncidentSummary newest) {

	public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	public static final Viewpoint VIEWPOINT = new Viewpoint("ada.analyst@contoso.com", NOW, AttentionSettings.DEFAULT);

	static final TimeRange WHOLE = TimeRange.last(Duration.ofDays(181));

	private static final ConcurrentMap<Integer, Tenant> KNOWN = new ConcurrentHashMap<>();

	/**
	 * Return a tenant, the same each time.
	 * @param incidents the number of its incidents, a multiple of 100
	 */
	public static Tenant of(int incidents) {
		return KNOWN.computeIfAbsent(incidents, Tenant::read);
	}

	private static Tenant read(int incidents) {
		SummaryInterner summaries = new SummaryInterner();
		List<IncidentSummary> all = new ArrayList<>(incidents);
		pages(incidents).forEach((page) -> Reading.read(page, (incident) -> all.add(summaries.summarize(incident))));
		IncidentSummary newest = all.remove(incidents - 1);
		return new Tenant(summaries.emptyIndex().with(all), newest);
	}

	/**
	 * Return the API's answers with a tenant's incidents, a page of 100 each, made one by one.
	 */
	public static Stream<byte[]> pages(int incidents) {
		SandboxPages pages = new SandboxPages(incidents, NOW);
		return IntStream.range(0, incidents / 100).mapToObj((page) -> pages.page(page * 100, 100));
	}

}
