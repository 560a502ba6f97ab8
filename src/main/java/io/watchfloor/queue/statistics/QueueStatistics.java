package io.watchfloor.queue.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * Numbers of the incidents that a query selects, for charts. Each counts all of them, so
 * that it cannot disagree with the view that the query opens. For one thread.
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
	 * The numbers of a selection.
	 * @param index the incidents
	 * @param query what of them is counted, on all its pages
	 * @param viewpoint who asks, and when
	 */
	public QueueStatistics(IncidentIndex index, IncidentQuery query, Viewpoint viewpoint) {
		this.index = index;
		this.incidents = index.all(query.with(IncidentOrder.DEFAULT), viewpoint).toArray(IncidentSummary[]::new);
		this.query = query;
		this.viewpoint = viewpoint;
		this.now = viewpoint.now();
	}

	/**
	 * The numbers of those among the incidents that a narrower query selects.
	 * @param narrower a query that asks for more than this one; its range does not count
	 * @return the numbers
	 */
	public QueueStatistics of(IncidentQuery narrower) {
		return new QueueStatistics(this.index, narrower.with(this.query.range()), this.viewpoint);
	}

	/**
	 * How many incidents there are.
	 * @return the number, from 0
	 */
	public int total() {
		return this.incidents.length;
	}

	/**
	 * How many incidents were last updated in each period of the query's range, which
	 * must be one of the last so many hours or days. It is the last update by which a
	 * view's range selects.
	 * @param length how long a period is; weeks begin on Monday, all in UTC
	 * @return the periods, oldest first, from the one that the range begins in to the
	 * present one
	 */
	public List<Period> periods(Duration length) {
		List<Period> periods = Period.within(this.query.range().start(this.now), this.now, length);
		for (IncidentSummary incident : this.incidents) {
			Period.of(incident.updatedMillis(), periods, length).count(incident);
		}
		return periods;
	}

	/**
	 * How many alerts were raised in each of the last 24 hours, the present one included.
	 * @return the beginning of each hour in UTC, oldest first, with its number from 0
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
	 * The values that most incidents have of a facet.
	 * @param facet the facet, any but {@link Facet#ASSET}
	 * @param name names a value; those of one name are counted together
	 * @param limit how many to tell
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
	 * The devices in most incidents.
	 * @param limit how many to tell
	 * @return their names, most incidents first
	 */
	public List<NamedCount> topDevices(int limit) {
		return assets().topDevices(limit);
	}

	/**
	 * The users in most incidents, the incidents of their mailboxes included: a view by
	 * asset knows no difference.
	 * @param limit how many to tell
	 * @return their names, most incidents first
	 */
	public List<NamedCount> topUsers(int limit) {
		return assets().topUsers(limit);
	}

	/**
	 * How old the incidents are: from creation to now.
	 * @return the spread
	 */
	public Spread ages() {
		return spread((incident) -> this.now.toEpochMilli() - incident.createdMillis());
	}

	/**
	 * How long it took to notice: from the first activity to creation. A proxy for the
	 * time to detect.
	 * @return the spread
	 */
	public Spread timeToDetect() {
		return spread((incident) -> incident.createdMillis() - incident.firstActivityMillis());
	}

	/**
	 * How long it took from the first activity to the last update: of what is resolved, a
	 * proxy for the time to resolve, since the API keeps no history.
	 * @return the spread
	 */
	public Spread timeToLastUpdate() {
		return spread((incident) -> incident.updatedMillis() - incident.firstActivityMillis());
	}

	/**
	 * How many incidents were created from a time on.
	 * @param time the time, which counts
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
	 * How many incidents a rule of the ranking holds for.
	 * @param rule the rule
	 * @return the number, from 0
	 */
	public int count(Attention.Rule rule) {
		int count = 0;
		for (IncidentSummary incident : this.incidents) {
			if (Attention.Rule.of(incident, this.viewpoint) == rule) {
				count++;
			}
		}
		return count;
	}

	private Spread spread(ToLongFunction<IncidentSummary> millis) {
		long[] durations = new long[this.incidents.length];
		for (int i = 0; i < durations.length; i++) {
			durations[i] = millis.applyAsLong(this.incidents[i]);
		}
		return Spread.ofMillis(durations);
	}

	private AssetCounter assets() {
		if (this.assets == null) {
			AssetCounter counter = new AssetCounter();
			for (IncidentSummary incident : this.incidents) {
				counter.count(incident);
			}
			this.assets = counter;
		}
		return this.assets;
	}

}
