package io.watchfloor.defender.graph;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

import io.watchfloor.defender.ApiCalls;
import io.watchfloor.defender.Incident;
import io.watchfloor.defender.IncidentSource;
import io.watchfloor.defender.ReaderId;
import io.watchfloor.defender.SourceDetail;
import io.watchfloor.defender.graph.Rows.Row;
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
		IncidentWalk walk = this.walks.of(request, () -> walk(request));
		Rows rows = this.pages.read(request, walk.links());
		PageJoin join = new PageJoin(this.singles, walk, request.priority(), consumer);
		join.passLate();
		Page page = join.pass(rows);
		if (!page.more()) {
			this.walks.end(request);
		}
		return page;
	}

	private IncidentWalk walk(PageRequest request) {
		AlertWalk ofWalk = new AlertWalk(this.calls, this.alerts, request.createdUntil(), this.clock.instant());
		return new IncidentWalk(ofWalk, new NextLinks(this.incidents));
	}

	private Page listWithoutAlerts(PageRequest request, Consumer<? super Incident> consumer) {
		Rows rows = this.pages.read(request, new NextLinks(this.incidents));
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
		OptionalLong count = this.calls.count(IncidentFilter.of(oldestOn, since), oldestOn.priority());
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
