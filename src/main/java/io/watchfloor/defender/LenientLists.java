package io.watchfloor.defender;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Cleans lists as responses really hold them: absent, null, with null elements, with
 * duplicate elements.
 */
final class LenientLists {

	private LenientLists() {
	}

	/**
	 * Return a list without its null elements, empty when there is no list.
	 */
	static <T> List<T> withoutNulls(@Nullable List<@Nullable T> list) {
		return (list != null) ? list.stream().<T>mapMulti((element, kept) -> {
			if (element != null) {
				kept.accept(element);
			}
		}).toList() : List.of();
	}

	/**
	 * Return a list with the first element of each key, and every element without a key.
	 */
	static <T> List<T> distinctBy(List<T> list, Function<T, @Nullable Object> key) {
		Set<Object> seen = new HashSet<>();
		return list.stream().filter((element) -> {
			Object keyOf = key.apply(element);
			return Objects.isNull(keyOf) || seen.add(keyOf);
		}).toList();
	}

}
