package io.watchfloor.queue.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The first of all that it is offered, by an order, without sorting the rest: in linear
 * time, and holding never more than twice as many as are wanted. Numbers that stand for
 * the elements tell most of them away; Hoare's quickselect divides what they leave.
 *
 * @param <T> what is offered
 * @see <a href="https://doi.org/10.1145/366622.366647">C. A. R. Hoare, Algorithm 65:
 * Find</a>
 */
final class TopRows<T> {

	private final int wanted;

	private final Comparator<? super T> order;

	private final long[] ranks;

	private final List<T> held;

	private long last = Long.MAX_VALUE;

	/**
	 * Of so many.
	 * @param wanted how many of the first are wanted, from 1
	 * @param offered how many there will be, from {@code wanted}
	 * @param order the order, which tells any two apart
	 */
	TopRows(int wanted, int offered, Comparator<? super T> order) {
		this.wanted = wanted;
		this.order = order;
		this.ranks = new long[(int) Math.min(2L * wanted, offered)];
		this.held = new ArrayList<>(this.ranks.length);
	}

	/**
	 * Offer one.
	 * @param element the element
	 * @param rank a number of it that never falls where the order rises
	 */
	void offer(T element, long rank) {
		if (rank > this.last) {
			return;
		}
		if (this.held.size() == this.ranks.length) {
			drop();
		}
		this.ranks[this.held.size()] = rank;
		this.held.add(element);
	}

	/**
	 * Those that are wanted but for the very first, in order.
	 * @param from how many of the very first to leave out, less than are wanted
	 */
	List<T> from(int from) {
		drop();
		divide(this.held.size(), from);
		List<T> sorted = new ArrayList<>(this.held.subList(from, this.held.size()));
		sorted.sort(this.order);
		return sorted;
	}

	private void drop() {
		divide(this.held.size(), this.wanted);
		if (this.held.size() > this.wanted) {
			this.held.subList(this.wanted, this.held.size()).clear();
			this.last = this.ranks[0];
			for (int at = 1; at < this.wanted; at++) {
				this.last = Math.max(this.last, this.ranks[at]);
			}
		}
	}

	/**
	 * Bring the smallest of what stands before {@code end} to the places before
	 * {@code border}.
	 */
	private void divide(int end, int border) {
		int low = 0;
		int high = end - 1;
		while (low < border && border <= high) {
			int pivot = ThreadLocalRandom.current().nextInt(low, high + 1);
			long rank = this.ranks[pivot];
			T element = this.held.get(pivot);
			int left = low;
			int right = high;
			while (left <= right) {
				while (compare(left, rank, element) < 0) {
					left++;
				}
				while (compare(right, rank, element) > 0) {
					right--;
				}
				if (left <= right) {
					swap(left++, right--);
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

	private int compare(int place, long rank, T element) {
		int byRank = Long.compare(this.ranks[place], rank);
		return (byRank != 0) ? byRank : this.order.compare(this.held.get(place), element);
	}

	private void swap(int one, int other) {
		long rank = this.ranks[one];
		this.ranks[one] = this.ranks[other];
		this.ranks[other] = rank;
		this.held.set(one, this.held.set(other, this.held.get(one)));
	}

}
