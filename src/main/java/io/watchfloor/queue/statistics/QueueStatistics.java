package io.watchfloor.queue.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

import io.watchfloor.queue.Attention;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.IncidentIndex;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for charts about the incidents that a query selects. All of them are counted,
 * so that a number is the same as in the view that it links to. Not thread-safe.
 */
public final class QueueStatistics {

	private static final int HOURS = 24;

	private final IncidentIndex index;

	private final IncidentSummary[] incidents;

	private final IncidentQuery query;

	private final Viewpoint viewpoint;

	private final Instant now;

	private @Nullable AssetCounter assets;

	/**
	 * Create the statistics of a query.
	 * @param index the incidents
	 * @param query selects the incidents to count, on all its pages
	 * @param viewpoint who looks, and when
	 */
	public QueueStatistics(IncidentIndex index, IncidentQuery query, Viewpoint viewpoint) {
		this.index = index;
		this.incidents = index.all(query.with(IncidentOrder.DEFAULT), viewpoint).toArray(IncidentSummary[]::new);
		this.query = query;
		this.viewpoint = viewpoint;
		this.now = viewpoint.now();
	}

	/**
	 * Return the statistics of a narrower query.
	 * @param narrower the query, of which the range is replaced by that of this one
	 * @return its statistics
	 */
	public QueueStatistics of(IncidentQuery narrower) {
		return new QueueStatistics(this.index, narrower.with(this.query.range()), this.viewpoint);
	}

	/**
	 * Return the number of incidents.
	 * @return the number, from 0
	 */
	public int total() {
		return this.incidents.length;
	}

	/**
	 * Count the incidents created and those closed in each period of the query's range,
	 * which must end now. What was created at an unknown time is left out, as in a view
	 * by creation.
	 * @param length the length of a period; periods are in UTC, and weeks begin on Monday
	 * @return the periods, oldest first, from the one in which the range begins to the
	 * present one
	 */
	public List<Period> periods(Duration length) {
		Instant start = this.query.range().start(this.now);
		List<Period> periods = Period.within(start, this.now, length);
		for (IncidentSummary incident : this.incidents) {
			if (incident.createdMillis() >= start.toEpochMilli() && incident.created() != null) {
				Period.of(incident.createdMillis(), periods, length).countCreated(incident);
			}
			if (incident.status().isResolved()) {
				Period.of(incident.updatedMillis(), periods, length).countClosed();
			}
		}
		return periods;
	}

	/**
	 * Count the alerts raised in each of the last 24 hours, including the present one.
	 * @return the start of each hour in UTC, oldest first, with the number of alerts,
	 * from 0
	 */
	public SortedMap<Instant, Integer> alertsByHour() {
		Instant present = this.now.truncatedTo(ChronoUnit.HOURS);
		Instant first = present.minus(HOURS - 1L, ChronoUnit.HOURS);
		int[] counts = new int[HOURS];
		for (IncidentSummary incident : this.incidents) {
			incident.alertTimes().addToHours(first.toEpochMilli(), counts);
		}
		SortedMap<Instant, Integer> hours = new TreeMap<>();
		for (int i = 0; i < HOURS; i++) {
			hours.put(first.plus(i, ChronoUnit.HOURS), counts[i]);
		}
		return hours;
	}

	/**
	 * Return the values of a facet that most incidents have.
	 * @param facet the facet, any but {@link Facet#ASSET}
	 * @param name returns the name of a value; values with one name are counted together
	 * @param limit the most names to return
	 * @return the values by name, most incidents first
	 */
	public List<NamedCount> top(Facet facet, UnaryOperator<String> name, int limit) {
		ValueCounter values = new ValueCounter(facet);
		for (IncidentSummary incident : this.incidents) {
			values.count(incident);
		}
		return values.mostFrequentFirst(name).stream().limit(limit).toList();
	}

	/**
	 * Count the incidents in the columns of a table that has a row for each name of a
	 * facet's values.
	 * @param facet the facet, any but {@link Facet#ASSET}
	 * @param name returns the name of a value; values with one name are counted together
	 * @param columns the number of columns
	 * @param column returns the column of an incident, from 0; negative to leave it out
	 * @return the rows, most incidents first
	 */
	public List<NamedCounts> table(Facet facet, UnaryOperator<String> name, int columns,
			ToIntFunction<IncidentSummary> column) {
		CrossCounter counter = new CrossCounter(facet, columns);
		for (IncidentSummary incident : this.incidents) {
			int place = column.applyAsInt(incident);
			if (place >= 0) {
				counter.count(incident, place);
			}
		}
		return counter.mostFrequentFirst(name);
	}

	/**
	 * Return the devices that most incidents have.
	 * @param limit the most devices to return
	 * @return their names, most incidents first
	 */
	public List<NamedCount> topDevices(int limit) {
		return assets().topDevices(limit);
	}

	/**
	 * Return the users that most incidents have. Incidents with a mailbox of the same
	 * name are included, as in a view filtered by asset.
	 * @param limit the most users to return
	 * @return their names, most incidents first
	 */
	public List<NamedCount> topUsers(int limit) {
		return assets().topUsers(limit);
	}

	/**
	 * Return the ages of the incidents, from creation to now.
	 * @return the spread
	 */
	public Spread ages() {
		return spread(IncidentSummary::createdMillis, (incident) -> this.now.toEpochMilli());
	}

	/**
	 * Return the times from the first activity to the creation of the incident, as a
	 * proxy for the time to detect.
	 * @return the spread
	 */
	public Spread timeToDetect() {
		return spread(IncidentSummary::firstActivityMillis, IncidentSummary::createdMillis);
	}

	/**
	 * Return the times from the first activity to the last update. For resolved incidents
	 * they are a proxy for the time to resolve, since the API keeps no history.
	 * @return the spread
	 */
	public Spread timeToLastUpdate() {
		return spread(IncidentSummary::firstActivityMillis, IncidentSummary::updatedMillis);
	}

	/**
	 * Return the number of incidents created since a time.
	 * @param time the time, inclusive
	 * @return the number, from 0
	 */
	public int createdFrom(Instant time) {
		int count = 0;
		for (IncidentSummary incident : this.incidents) {
			if (incident.createdMillis() >= time.toEpochMilli()) {
				count++;
			}
		}
		return count;
	}

	/**
	 * Return the number of incidents that are {@linkplain Attention#isOverdue overdue}.
	 * @return the number, from 0
	 */
	public int overdue() {
		int count = 0;
		for (IncidentSummary incident : this.incidents) {
			if (Attention.isOverdue(incident, this.viewpoint)) {
				count++;
			}
		}
		return count;
	}

	/**
	 * Return the durations between two times of each incident for which both are known.
	 */
	private Spread spread(ToLongFunction<IncidentSummary> from, ToLongFunction<IncidentSummary> to) {
		long[] durations = Arrays.stream(this.incidents)
			.filter((incident) -> from.applyAsLong(incident) != IncidentSummary.UNKNOWN_TIME
					&& to.applyAsLong(incident) != IncidentSummary.UNKNOWN_TIME)
			.mapToLong((incident) -> to.applyAsLong(incident) - from.applyAsLong(incident))
			.toArray();
		return Spread.ofMillis(this.incidents.length, durations);
	}

	private AssetCounter assets() {
		if (this.assets == null) {
			this.assets = new AssetCounter(this.incidents);
		}
		return this.assets;
	}

}
