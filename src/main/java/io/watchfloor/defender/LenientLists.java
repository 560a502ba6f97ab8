package io.watchfloor.defender;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Lists as answers really hold them: absent, null, with null elements, with elements
 * twice.
 */
final class LenientLists {

	private LenientLists() {
	}

	static <T> List<T> withoutNulls(@Nullable List<@Nullable T> list) {
		return (list != null) ? list.stream().<T>mapMulti((element, kept) -> {
			if (element != null) {
				kept.accept(element);
			}
		}).toList() : List.of();
	}

	/**
	 * Keep the first element of each key, and every element that has none.
	 */
	static <T> List<T> distinctBy(List<T> list, Function<T, @Nullable Object> key) {
		Set<Object> seen = new HashSet<>();
		return list.stream().filter((element) -> {
			Object keyOf = key.apply(element);
			return Objects.isNull(keyOf) || seen.add(keyOf);
		}).toList();
	}

}
