package io.watchfloor.web.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.RangeParameters;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a range against those of the period of the same length before it.
 *
 * @param before the period before in words, such as {@code 24 to 54 days ago}
 * @param rows what is compared
 * @param hint how to read the period before, or {@code null} where it was read or cannot
 * be
 */
record Comparison(String before, List<Row> rows, @Nullable Hint hint) {

	/**
	 * Compare the last so many hours or days.
	 * @param base the path under which the application runs
	 * @param path the address of the queue
	 * @param all the view of the range
	 */
	static Comparison of(String base, String path, DashboardSource source, IncidentQuery all) {
		Instant now = source.viewpoint().now();
		Duration length = Objects.requireNonNull(all.range().last());
		TimeRange range = TimeRange.between(now.minus(length), null);
		TimeRange earlier = TimeRange.between(now.minus(length.multipliedBy(2)), range.from());
		boolean read = source.state().hasAllSince(earlier.start(now));
		return new Comparison("from " + Times.day(earlier.start(now)) + " to " + Times.day(range.start(now)),
				List.of(row("Created", path, source, DashboardCharts.created(all, range),
						DashboardCharts.created(all, earlier), read),
						row("Closed", path, source, DashboardCharts.closed(all),
								DashboardCharts.closed(all.with(earlier)), read)),
				read ? null : Hint.of(base, length));
	}

	private static Row row(String label, String path, DashboardSource source, IncidentQuery now, IncidentQuery before,
			boolean read) {
		int number = total(source, now);
		int earlier = total(source, before);
		boolean known = source.freshness().knows(now);
		return new Row(label, Numbers.of(number), known, IncidentQueryParameters.address(path, now),
				read ? Numbers.of(earlier) : null, IncidentQueryParameters.address(path, before),
				(read && known) ? change(number, earlier) : "");
	}

	private static int total(DashboardSource source, IncidentQuery view) {
		IncidentIndex index = source.index();
		return index.select(view, source.viewpoint()).total();
	}

	private static String change(int now, int before) {
		if (now == before) {
			return "as many";
		}
		String number = Numbers.of(Math.abs(now - before)) + ((now > before) ? " more" : " fewer");
		return (before == 0) ? number : number + " (" + Math.round(100.0 * Math.abs(now - before) / before) + " %)";
	}

	/**
	 * A number and that of the period before.
	 *
	 * @param label what is counted
	 * @param now how many incidents in the range
	 * @param known whether that is final; otherwise they are at least so many
	 * @param address the view that shows them
	 * @param before how many in the period before, or {@code null} if it was not read
	 * @param addressBefore the view that shows those
	 * @param change the difference in words; empty where one of the numbers is not known
	 */
	record Row(String label, String now, boolean known, String address, @Nullable String before, String addressBefore,
			String change) {
	}

	/**
	 * A longer range, with which the period before is read too.
	 *
	 * @param label the range in words
	 * @param address the address of the dashboard over it
	 */
	record Hint(String label, String address) {

		private static @Nullable Hint of(String base, Duration length) {
			return RangeParameters.NAMES.entrySet()
				.stream()
				.filter((range) -> range.getValue().compareTo(length.multipliedBy(2)) >= 0)
				.min(Map.Entry.comparingByValue())
				.map((range) -> new Hint(
						Objects.requireNonNull(RangeParameters.words(TimeRange.last(range.getValue()))),
						base + "/?range=" + range.getKey()))
				.orElse(null);
		}

	}

}
