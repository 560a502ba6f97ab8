package io.watchfloor.web.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.defender.SourceDetail;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.SearchMatcher;
import io.watchfloor.queue.SearchTerms;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.Link;
import io.watchfloor.web.address.RangeParameters;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.analyst.IncidentRow;
import io.watchfloor.web.format.Numbers;
import io.watchfloor.web.format.SourceDetails;
import org.jspecify.annotations.Nullable;

/**
 * What the queue's page shows: {@code queue.html} knows it as {@code queue}.
 *
 * @param query the view that it shows
 * @param address the address of the bare queue
 * @param view the view's parameters, with their question mark
 * @param total how many incidents the view has, in words
 * @param rows the incidents of this page
 * @param columns the heads of the table
 * @param chips the filters of the view, each with a link to the view without it
 * @param nobodyIsMe whether the view asks for what is assigned to the analyst, of whom no
 * user name is known
 * @param words the search box's text
 * @param ranges the time ranges to choose from
 * @param dates the times of the date fields
 * @param searched the range in words, for a view without incidents
 * @param wider the same view of 180 days, or {@code null} where that is no wider
 * @param orders the orders to choose from
 * @param hidden the parameters that the search form keeps although no field shows them
 * @param pager the links to other pages of the view
 * @param freshness how complete and fresh the queue is
 */
record QueuePage(IncidentQuery query, String address, String view, String total, List<IncidentRow> rows,
		List<ColumnHead> columns, List<Link> chips, boolean nobodyIsMe, String words, List<Choice> ranges, Dates dates,
		String searched, @Nullable String wider, List<Choice> orders, List<IncidentQueryParameters.Pair> hidden,
		Pager pager, Freshness freshness) {

	private static final TimeRange WIDEST = TimeRange.last(Duration.ofDays(180));

	/**
	 * Create the page of a selection.
	 * @param path the address of the bare queue
	 * @param source what the source of the incidents gives
	 */
	static QueuePage of(String path, Selection selection, Viewpoint viewpoint, Freshness freshness,
			SourceDetails source) {
		IncidentQuery query = selection.query();
		return new QueuePage(query, path, IncidentQueryParameters.address("", query),
				(freshness.knows(query) ? "" : "At least ") + Numbers.of(selection.total(), "incident", "incidents"),
				rows(path, selection, viewpoint), ColumnHead.of(path, query), Chips.of(path, query),
				isNobodyMe(query, viewpoint), SearchTerms.write(query.terms()), ranges(query), Dates.of(query),
				searched(query), wider(path, query), orders(query, source), hidden(query), Pager.of(path, selection),
				freshness);
	}

	private static boolean isNobodyMe(IncidentQuery query, Viewpoint viewpoint) {
		return !viewpoint.knowsAnalyst() && query.filters()
			.getOrDefault(Facet.ASSIGNED_TO, Set.of())
			.stream()
			.anyMatch(Facet.ME::equalsIgnoreCase);
	}

	private static List<IncidentRow> rows(String path, Selection selection, Viewpoint viewpoint) {
		String view = IncidentQueryParameters.address("", selection.query());
		List<SearchMatcher> terms = selection.query().terms().stream().map(SearchMatcher::new).toList();
		return selection.rows()
			.stream()
			.map((summary) -> IncidentRow.of(summary, viewpoint, path, view).withMatches(terms))
			.toList();
	}

	private static List<Choice> ranges(IncidentQuery query) {
		String current = RangeParameters.name(query.range());
		Stream<Choice> named = Stream
			.concat(RangeParameters.NAMES.values().stream().map(TimeRange::last), Stream.of(TimeRange.ANY))
			.map((range) -> new Choice(
					range.equals(TimeRange.DEFAULT) ? "" : Objects.requireNonNull(RangeParameters.name(range)),
					Objects.requireNonNull(RangeParameters.words(range)), range.equals(query.range())));
		Stream<Choice> between = (current == null) ? Stream.of(new Choice("", "Chosen times", true)) : Stream.empty();
		return Stream.concat(between, named).toList();
	}

	private static String searched(IncidentQuery query) {
		String words = RangeParameters.words(query.range());
		return (words != null) ? words.toLowerCase(Locale.ROOT) + ", by last update" : "the chosen times";
	}

	private static @Nullable String wider(String path, IncidentQuery query) {
		boolean wide = query.range().equals(TimeRange.ANY) || query.range().equals(WIDEST);
		return wide ? null : IncidentQueryParameters.address(path, query.withCreated(TimeRange.ANY).with(WIDEST));
	}

	/**
	 * Return the orders that people use most, and that of the view.
	 */
	private static List<Choice> orders(IncidentQuery query, SourceDetails source) {
		Map<String, String> usual = new LinkedHashMap<>();
		usual.put("-updated", "By last update");
		usual.put("attention", "By attention");
		usual.put("-severity", "By severity");
		if (source.gives(SourceDetail.SUPPLEMENT)) {
			usual.put("-priority", "By Defender’s priority");
		}
		usual.put("-created", "Newest");
		usual.put("created", "Oldest");
		usual.put("-alerts", "Most alerts");
		usual.put("-assets", "Most assets");
		String current = query.order().parameter();
		usual.computeIfAbsent(current,
				(other) -> "By " + (other.startsWith("-") ? other.substring(1) + ", descending" : other));
		return usual.entrySet()
			.stream()
			.map((order) -> new Choice(order.getKey(), order.getValue(), order.getKey().equals(current)))
			.toList();
	}

	/**
	 * Return the parameters without a field: some filters, and the size.
	 */
	private static List<IncidentQueryParameters.Pair> hidden(IncidentQuery query) {
		Set<String> shown = Set.of("q", "range", "from", "to", "createdFrom", "createdTo", "sort", "page");
		return IncidentQueryParameters.pairs(query)
			.stream()
			.filter((pair) -> !shown.contains(pair.name()) && !FilterMenus.set(pair.name()))
			.toList();
	}

	/**
	 * The times of the date fields, in the form that such fields take; {@code null} for
	 * none.
	 *
	 * @param from the earliest last update
	 * @param to the end of the last updates
	 * @param createdFrom the earliest creation
	 * @param createdTo the end of the creations
	 */
	record Dates(@Nullable String from, @Nullable String to, @Nullable String createdFrom, @Nullable String createdTo) {

		static Dates of(IncidentQuery query) {
			boolean implied = RangeParameters.isImplied(query);
			return new Dates(implied ? null : text(query.range().from()), implied ? null : text(query.range().to()),
					text(query.created().from()), text(query.created().to()));
		}

		/**
		 * Return how many are set.
		 */
		public int chosen() {
			return (int) Stream.of(this.from, this.to, this.createdFrom, this.createdTo)
				.flatMap(Stream::ofNullable)
				.count();
		}

		private static @Nullable String text(@Nullable Instant time) {
			return (time != null) ? LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString() : null;
		}

	}

	/**
	 * One of several values of a field.
	 *
	 * @param value as it stands in an address
	 * @param label in words
	 * @param chosen whether the view has it
	 */
	record Choice(String value, String label, boolean chosen) {
	}

}
