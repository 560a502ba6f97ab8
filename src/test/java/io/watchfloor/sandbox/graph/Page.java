package io.watchfloor.sandbox.graph;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param <T> what the list holds
 * @param elements what is on the page
 * @param more whether there are elements behind it
 * @param count how many the whole list has
 */
record Page<T>(List<T> elements, boolean more, int count) {

	/**
	 * Cut a page out of a list.
	 * @param visible what the caller may see, newest created first
	 * @param query which elements, in which order
	 * @param skip how many to pass over
	 * @param properties what the list can be filtered and ordered by
	 */
	static <T> Page<T> of(List<T> visible, GraphQuery query, int skip, Map<String, GraphProperty<T>> properties) {
		List<T> found = visible;
		if (query.filter() != null) {
			found = found.stream().filter(GraphFilter.parse(query.filter(), properties)).toList();
		}
		if (query.order() != null) {
			found = found.stream().sorted(order(query.order(), properties)).toList();
		}
		int from = Math.min(skip, found.size());
		int to = Math.min(from + query.top(), found.size());
		return new Page<>(found.subList(from, to), to < found.size(), found.size());
	}

	private static <T> Comparator<T> order(String order, Map<String, GraphProperty<T>> properties) {
		String[] parts = order.split(" ");
		Function<T, @Nullable Instant> time = Objects.requireNonNull(properties.get(parts[0])).time();
		Comparator<Instant> direction = order.endsWith(" desc") ? Comparator.reverseOrder() : Comparator.naturalOrder();
		return Comparator.comparing(Objects.requireNonNull(time), Comparator.nullsLast(direction));
	}

}
