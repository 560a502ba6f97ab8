package io.watchfloor.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

import io.watchfloor.queue.Facets;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentQueue;
import io.watchfloor.queue.QueueSnapshot;
import io.watchfloor.queue.Viewpoint;
import org.thymeleaf.ITemplateEngine;

import org.springframework.stereotype.Component;

/**
 * Prints the parts of the queue's page that take longest and are mostly as they were.
 * What was printed is kept beside the analyst's own queue, is shown to nobody else, and
 * goes when the queue goes; weakly, so that a page which is still on its way when its
 * session ends keeps nothing for good.
 */
@Component
class QueuePrinter {

	private static final String FILTERS = "fragments/filter";

	private static final String TABLE = "fragments/queue-table";

	private static final String TOOLS = "fragments/queue-tools";

	private final ITemplateEngine engine;

	private final Map<IncidentQueue, Kept> kept = Collections.synchronizedMap(new WeakHashMap<>());

	QueuePrinter(ITemplateEngine engine) {
		this.engine = engine;
	}

	/**
	 * Print what is not known yet of a page.
	 * @param queue the queue of whoever looks
	 * @param snapshot what it holds
	 * @param viewpoint who looks when
	 * @param page the page
	 * @param layout how whoever looks wants it
	 * @param icons the address of the icons
	 */
	PrintedQueue print(IncidentQueue queue, QueueSnapshot snapshot, Viewpoint viewpoint, QueuePage page,
			QueueLayout layout, String icons) {
		Kept kept = this.kept.computeIfAbsent(queue, (first) -> new Kept(new LatestMarkup(), new KeptMarkup()));
		KeptMarkup known = kept.parts();
		Counted counted = new Counted(snapshot.version(), page.query().onPage(1),
				viewpoint.now().truncatedTo(ChronoUnit.MINUTES));
		Markup filters = kept.filters()
			.get(counted, () -> print(FILTERS, "filters",
					filters(page, snapshot.index().facets(page.query(), viewpoint), icons)));
		Markup heads = known.get(page.columns(), () -> print(TABLE, "heads", page.columns()));
		PagerBar pages = new PagerBar(page.pager(), icons);
		Markup pager = known.get(pages, () -> print(TABLE, "pages", pages));
		Markup fields = known.get(layout, () -> print(TOOLS, "layout", layout));
		return new PrintedQueue(filters, heads, rows(known, page.rows()), pager, fields);
	}

	/**
	 * Let go of what was printed for a queue that ended.
	 */
	void forget(IncidentQueue queue) {
		this.kept.remove(queue);
	}

	private Markup rows(KeptMarkup known, List<QueueRow> rows) {
		return Markup.join(rows.stream().map((row) -> known.get(row, () -> print(TABLE, "row", row))).toList());
	}

	private Markup print(String template, String name, Object value) {
		return Markup.print(this.engine, template, name, value);
	}

	private static FilterBar filters(QueuePage page, Facets counts, String icons) {
		return new FilterBar(page, FilterMenus.of(page.query(), counts), icons);
	}

	/**
	 * What was printed for a queue.
	 *
	 * @param filters the filter bar
	 * @param parts everything else, part by part
	 */
	private record Kept(LatestMarkup filters, KeptMarkup parts) {
	}

	/**
	 * What a filter bar depends on. Its counts follow the time to the minute, as ages do.
	 */
	private record Counted(long version, IncidentQuery query, Instant minute) {
	}

}
