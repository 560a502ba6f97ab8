package io.watchfloor.queue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;

/**
 * Puts one page of an array in order without sorting the rest, in linear time. Numbers
 * that stand for the elements tell most of those away that are not on the page; Hoare's
 * quickselect divides what is left.
 *
 * @see <a href="https://doi.org/10.1145/366622.366647">C. A. R. Hoare, Algorithm 65:
 * Find</a>
 */
final class PartialSort {

	private PartialSort() {
	}

	/**
	 * Reorder an array so that the places from {@code from} to before {@code to} hold
	 * what they would hold if all of it were sorted.
	 * @param order the order
	 * @param rank a number of each element that never falls where the order rises
	 */
	static <T> void sort(T[] array, int from, int to, Comparator<? super T> order, ToLongFunction<? super T> rank) {
		if (from == to) {
			return;
		}
		long[] ranks = Arrays.stream(array).mapToLong(rank).toArray();
		RankRange page = RankRange.of(ranks, from, to);
		int start = lead(array, ranks, 0, (number) -> number < page.lowest());
		int end = lead(array, ranks, start, (number) -> number <= page.highest());
		divide(array, start, end, to, order);
		divide(array, start, to, from, order);
		Arrays.sort(array, from, to, order);
	}

	/**
	 * Bring what leads by its number to the front of what stands from {@code start}.
	 * @return the first place behind it
	 */
	private static <T> int lead(T[] array, long[] ranks, int start, LongPredicate leads) {
		int end = start;
		for (int at = start; at < array.length; at++) {
			if (leads.test(ranks[at])) {
				swap(array, at, end);
				long rank = ranks[at];
				ranks[at] = ranks[end];
				ranks[end++] = rank;
			}
		}
		return end;
	}

	/**
	 * Bring the smallest of what stands from {@code start} to before {@code end} to the
	 * places before {@code border}.
	 */
	private static <T> void divide(T[] array, int start, int end, int border, Comparator<? super T> order) {
		int low = start;
		int high = end - 1;
		while (low < border && border <= high) {
			T pivot = array[ThreadLocalRandom.current().nextInt(low, high + 1)];
			int left = low;
			int right = high;
			while (left <= right) {
				while (order.compare(array[left], pivot) < 0) {
					left++;
				}
				while (order.compare(array[right], pivot) > 0) {
					right--;
				}
				if (left <= right) {
					swap(array, left++, right--);
				}
			}
			if (border <= right) {
				high = right;
			}
			else {
				low = left;
			}
		}
	}

	private static <T> void swap(T[] array, int one, int other) {
		T swapped = array[one];
		array[one] = array[other];
		array[other] = swapped;
	}

}
