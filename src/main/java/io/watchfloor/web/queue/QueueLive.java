package io.watchfloor.web.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Severity;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.web.analyst.AnalystView;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of the queue's page need to keep it current: {@code queue.html} knows
 * it as {@code live}.
 *
 * @param version the page's entity tag
 * @param asOf when Defender last answered, in ISO 8601, or {@code null} if it never did
 * @param percent how much of the range was read, 0 to 100
 * @param highs when the latest high incidents of the view were created, in seconds since
 * 1970, separated by spaces; none that last changed over a day ago
 * @param seconds after how many seconds to ask for news again
 */
record QueueLive(String version, @Nullable String asOf, int percent, String highs, long seconds) {

	private static final int MOST_HIGHS = 25;

	/**
	 * How far back the latest high incidents are told. A tab that nobody looked at for
	 * longer marks nothing as new; and few incidents change in a day, so that searching
	 * them costs next to nothing.
	 */
	private static final Duration NEWS = Duration.ofDays(1);

	private static final String HIGH = Severity.HIGH.word();

	static QueueLive of(String version, AnalystView view, IncidentQuery query, long seconds) {
		return new QueueLive(version, view.asOf(),
				percent(view.snapshot().state(), query.range().historyStart(view.now()), view.now()),
				highs(view, query), seconds);
	}

	private static int percent(QueueState state, Instant start, Instant now) {
		if (state.complete()) {
			return 100;
		}
		Instant backTo = state.backTo();
		long all = Duration.between(start, now).toSeconds();
		if (backTo == null || all <= 0) {
			return 0;
		}
		return (int) Math.max(0, Math.min(99, 100 * Duration.between(backTo, now).toSeconds() / all));
	}

	private static String highs(AnalystView view, IncidentQuery query) {
		Set<String> wanted = query.filters().getOrDefault(Facet.SEVERITY, Set.of(HIGH));
		if (wanted.stream().noneMatch(HIGH::equalsIgnoreCase)) {
			return "";
		}
		IncidentQuery highs = query.with(Facet.SEVERITY, Set.of(HIGH))
			.with(news(query.range(), view.now()))
			.with(new IncidentOrder(IncidentOrder.Column.CREATED, true));
		return view.index()
			.select(highs, view.viewpoint())
			.rows()
			.stream()
			.limit(MOST_HIGHS)
			.map(IncidentSummary::createdMillis)
			.filter((millis) -> millis != IncidentSummary.UNKNOWN_TIME)
			.map((millis) -> Long.toString(millis / 1000))
			.collect(Collectors.joining(" "));
	}

	private static TimeRange news(TimeRange range, Instant now) {
		Instant start = range.start(now);
		Instant dayAgo = now.minus(NEWS);
		return TimeRange.between(start.isAfter(dayAgo) ? start : dayAgo, range.to());
	}

}
