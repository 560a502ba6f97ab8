package io.watchfloor.web.format;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.watchfloor.defender.SourceDetail;

/**
 * What the source of all incidents gives. A page says of anything else that the source
 * does not give it, because nothing in its place would say that the incident has none.
 *
 * @param given the details that incidents may have
 */
public record SourceDetails(Set<SourceDetail> given) {

	/**
	 * What a page prints in place of what the source does not give.
	 */
	public static final String NOT_GIVEN = "Not given by this source";

	/**
	 * Everything.
	 */
	public static final SourceDetails ALL = of((detail) -> true);

	/**
	 * Create a copy.
	 */
	public SourceDetails {
		given = Set.copyOf(given);
	}

	/**
	 * Ask a source what it gives.
	 * @param source returns whether the source gives a detail
	 * @return what it gives
	 */
	public static SourceDetails of(Predicate<SourceDetail> source) {
		return new SourceDetails(Arrays.stream(SourceDetail.values())
			.filter(source)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(SourceDetail.class))));
	}

	/**
	 * Return whether incidents may have a detail.
	 */
	public boolean gives(SourceDetail detail) {
		return this.given.contains(detail);
	}

}
