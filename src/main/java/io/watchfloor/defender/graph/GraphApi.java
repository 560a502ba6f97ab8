package io.watchfloor.defender.graph;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

import io.watchfloor.defender.ApiCalls;
import io.watchfloor.defender.CallPriority;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.defender.Urgency;
import io.watchfloor.defender.graph.IncidentWalk.Listed;
import io.watchfloor.defender.graph.ListedRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads incidents from Microsoft Graph. Its list of incidents has no alerts, so that the
 * alerts are read from a list of their own and joined to them; see {@link AlertWalk}.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/graph/api/resources/security-api-overview">Microsoft
 * Graph security API</a>
 */
final class GraphApi implements IncidentSource {

	/**
	 * The most calls for a page after the one for its incidents.
	 */
	private static final int MOST_CALLS = 6;

	/**
	 * The same for the first page of a queue, of which somebody waits for the first rows.
	 */
	private static final int MOST_CALLS_OF_FIRST = 1;

	/**
	 * The smallest step of time that the API's filters can express.
	 */
	private static final Duration TICK = Duration.ofNanos(100);

	private final IncidentPages pages;

	private final SingleIncidents singles;

	private final GraphCalls calls;

	private final IncidentWalks walks = new IncidentWalks();

	private final URI incidents;

	private final URI alerts;

	private final Clock clock;

	/**
	 * Create a source.
	 * @param url the address of the API
	 * @param calls makes the calls
	 * @param clock tells the time
	 */
	GraphApi(URI url, ApiCalls calls, Clock clock) {
		String base = url.toString().replaceFirst("/+$", "");
		this.incidents = URI.create(base + GraphCalls.INCIDENTS);
		this.alerts = URI.create(base + GraphCalls.ALERTS);
		this.calls = new GraphCalls(calls, clock);
		this.pages = new IncidentPages(this.calls);
		this.singles = new SingleIncidents(this.calls);
		this.clock = clock;
	}

	@Override
	public int largestPage() {
		return GraphCalls.LARGEST_PAGE;
	}

	@Override
	public Page list(PageRequest request, Consumer<? super Incident> consumer) {
		if (!request.alerts()) {
			return listWithoutAlerts(request, consumer);
		}
		Instant now = this.clock.instant();
		IncidentWalk walk = this.walks.of(request, now, (recent, span) -> walk(request, recent, span, now));
		Listed left = walk.takeLeft(request, now);
		Listed listed = (left != null) ? left : new Listed(request.createdUntil(), request.skip(),
				this.pages.read(request, walk.links()), walk.alerts().isNew(), now);
		CallPriority priority = (left != null) ? request.priority() : request.priority().following();
		walk.keepLeft(listed);
		Page page = new PageJoin(this.singles, walk, priority, consumer).pass(listed, mostCalls(request));
		if (!page.more()) {
			this.walks.end(request);
		}
		return page;
	}

	private static int mostCalls(PageRequest request) {
		return (request.priority().urgency() == Urgency.FIRST) ? MOST_CALLS_OF_FIRST : MOST_CALLS;
	}

	private IncidentWalk walk(PageRequest request, RecentIncidents recent, AlertSpan span, Instant now) {
		AlertWalk ofWalk = new AlertWalk(this.calls, this.alerts, request.createdUntil(), span, now);
		return new IncidentWalk(ofWalk, new NextLinks(this.incidents), recent);
	}

	private Page listWithoutAlerts(PageRequest request, Consumer<? super Incident> consumer) {
		ListedRows rows = this.pages.read(request, new NextLinks(this.incidents));
		for (Row row : rows.rows()) {
			if (row.incident() != null) {
				consumer.accept(row.incident().with(List.of(), true));
			}
		}
		List<Long> unreadable = rows.rows().stream().filter((row) -> row.incident() == null).map(Row::number).toList();
		return new Page(rows.size(), rows.more(), unreadable, rows.partial());
	}

	/**
	 * Confirm a part by its number of incidents, because skipping many is not possible.
	 */
	@Override
	public @Nullable Instant confirm(HeldPart part, Consumer<? super Incident> consumer) {
		PageRequest oldestOn = part.oldestOn();
		Instant since = part.end() ? null : part.oldestCreated();
		OptionalLong count = this.calls.count(GraphFilter.of(oldestOn, since), oldestOn.priority());
		boolean equal = count.equals(OptionalLong.of(oldestOn.skip() + 1L));
		return equal ? part.oldestCreated().plusMillis(1).minus(TICK) : null;
	}

	@Override
	public Incident get(long id, ReaderId reader) {
		return this.singles.opened(id, reader);
	}

	@Override
	public boolean gives(SourceDetail detail) {
		return detail == SourceDetail.SUPPLEMENT;
	}

}
