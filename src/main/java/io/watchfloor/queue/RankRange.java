package io.watchfloor.queue;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Between which numbers a page lies, found without sorting: Hoare's quickselect.
 *
 * @param lowest the page's lowest number
 * @param highest the page's highest number
 * @see <a href="https://doi.org/10.1145/366622.366647">C. A. R. Hoare, Algorithm 65:
 * Find</a>
 */
record RankRange(long lowest, long highest) {

	/**
	 * The range of what would stand at the places from {@code from} to before {@code to},
	 * at least one, if numbers were sorted.
	 */
	static RankRange of(long[] ranks, int from, int to) {
		long[] divided = ranks.clone();
		divide(divided, divided.length, to);
		divide(divided, to, from);
		long lowest = divided[from];
		long highest = divided[from];
		for (long rank : Arrays.copyOfRange(divided, from, to)) {
			lowest = Math.min(lowest, rank);
			highest = Math.max(highest, rank);
		}
		return new RankRange(lowest, highest);
	}

	/**
	 * Bring the smallest of what stands before {@code end} to the places before
	 * {@code border}.
	 */
	private static void divide(long[] ranks, int end, int border) {
		int low = 0;
		int high = end - 1;
		while (low < border && border <= high) {
			long pivot = ranks[ThreadLocalRandom.current().nextInt(low, high + 1)];
			int left = low;
			int right = high;
			while (left <= right) {
				while (ranks[left] < pivot) {
					left++;
				}
				while (ranks[right] > pivot) {
					right--;
				}
				if (left <= right) {
					long swapped = ranks[left];
					ranks[left++] = ranks[right];
					ranks[right--] = swapped;
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
