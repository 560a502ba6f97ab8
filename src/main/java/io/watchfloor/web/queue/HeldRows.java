package io.watchfloor.web.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.analyst.IncidentRow;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an open page holds although its view now shows others in their place: a
 * poll names all rows of the page, and is answered these besides the page. Incidents that
 * the analyst's queue has no longer are in neither list, and the page drops their rows:
 * they were deleted, or the analyst may not see them any more.
 *
 * @param moved the rows that are on another page of the view now
 * @param left the rows that are not in the view any more
 */
record HeldRows(List<IncidentRow> moved, List<IncidentRow> left) {

	/**
	 * The header of a poll: the numbers of the incidents on the page, separated by
	 * spaces.
	 */
	static final String HEADER = "X-Held-Rows";

	private static final int MOST = IncidentQueryParameters.SIZES.get(IncidentQueryParameters.SIZES.size() - 1);

	/**
	 * An id of up to 18 digits, which always fits in a {@code long}.
	 */
	private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

	/**
	 * Find the rows that a page holds.
	 * @param header the header's value, or {@code null} without one; what is no number is
	 * ignored
	 * @param selection what the page would show anew
	 * @param path the address of the queue
	 * @return the rows, or {@code null} where the page holds no others than those of the
	 * selection
	 */
	static @Nullable HeldRows of(@Nullable String header, Selection selection, AnalystView view, String path) {
		Set<Long> shown = selection.rows().stream().map(IncidentSummary::id).collect(Collectors.toSet());
		List<IncidentSummary> held = ids(header).filter(Predicate.not(shown::contains))
			.map((id) -> view.index().find(id).orElse(null))
			.filter(Objects::nonNull)
			.toList();
		if (held.isEmpty()) {
			return null;
		}
		Set<Long> ids = held.stream().map(IncidentSummary::id).collect(Collectors.toSet());
		// The default order is that of the index, in which nothing has to be sorted
		Set<Long> selected = view.index()
			.all(selection.query().with(IncidentOrder.DEFAULT), view.viewpoint())
			.map(IncidentSummary::id)
			.filter(ids::contains)
			.collect(Collectors.toSet());
		String parameters = IncidentQueryParameters.address("", selection.query());
		Map<Boolean, List<IncidentRow>> rows = held.stream()
			.collect(Collectors.partitioningBy((summary) -> selected.contains(summary.id()), Collectors.mapping(
					(summary) -> IncidentRow.of(summary, view.viewpoint(), path, parameters), Collectors.toList())));
		return new HeldRows(rows.getOrDefault(true, List.of()), rows.getOrDefault(false, List.of()));
	}

	private static Stream<Long> ids(@Nullable String header) {
		return (header == null) ? Stream.empty()
				: Arrays.stream(header.split(" "))
					.filter((id) -> ID.matcher(id).matches())
					.map(Long::valueOf)
					.distinct()
					.limit(MOST);
	}

}
