package io.watchfloor.queue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Puts one page of an array in order without sorting the rest, in linear time: Hoare's
 * quickselect.
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
	 */
	static <T> void sort(T[] array, int from, int to, Comparator<? super T> order) {
		divide(array, array.length, to, order);
		divide(array, to, from, order);
		Arrays.sort(array, from, to, order);
	}

	/**
	 * Bring the smallest of what stands before {@code end} to the places before
	 * {@code border}.
	 */
	private static <T> void divide(T[] array, int end, int border, Comparator<? super T> order) {
		int low = 0;
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
					T swapped = array[left];
					array[left++] = array[right];
					array[right--] = swapped;
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

}
