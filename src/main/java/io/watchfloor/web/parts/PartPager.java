package io.watchfloor.web.parts;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.watchfloor.web.address.Link;
import io.watchfloor.web.format.Numbers;

/**
 * The links between the pages of a part.
 *
 * @param text such as "41 to 80 of 2,385"
 * @param behind whether the page is after the last one
 * @param previous the address of the page before, or empty
 * @param next the address of the page after, or empty
 * @param pages the first and the last page, and those around this one
 */
public record PartPager(String text, boolean behind, String previous, String next, List<Link> pages) {

	private static final int AROUND = 2;

	/**
	 * Create the pager of a page.
	 * @param page the page, from 1
	 * @param size how much stands on one page
	 * @param total how much there is
	 * @param address the address of each page
	 */
	public static PartPager of(int page, int size, int total, IntFunction<String> address) {
		int last = 1 + Math.max(0, total - 1) / size;
		List<Link> pages = IntStream.rangeClosed(1, last)
			.filter((number) -> number == 1 || number == last || Math.abs(number - page) <= AROUND)
			.mapToObj((number) -> new Link(Integer.toString(number), address.apply(number), number == page))
			.toList();
		return new PartPager(text(page, size, total), page > last,
				(page > 1) ? address.apply(Math.min(page - 1, last)) : "", (page < last) ? address.apply(page + 1) : "",
				(last > 1) ? pages : List.of());
	}

	/**
	 * Return what stands on a page.
	 * @param all the whole part
	 * @param page the page, from 1
	 * @param size how much stands on one page
	 */
	public static <T> List<T> slice(List<T> all, int page, int size) {
		long from = Math.min((page - 1L) * size, all.size());
		return all.subList((int) from, (int) Math.min(from + size, all.size()));
	}

	private static String text(int page, int size, int total) {
		long first = (page - 1L) * size + 1;
		if (total == 0) {
			return "Nothing to show";
		}
		return (first > total) ? "This page is after the last" : Numbers.of(first) + " to "
				+ Numbers.of(Math.min(first + size - 1, total)) + " of " + Numbers.of(total);
	}

}
