package io.watchfloor.queue.reading;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Makes equal values one object, mostly. Values recur, so that forgetting some costs
 * little, and remembering them costs a fixed sum. Each has a place that its hash names,
 * and a waiting place beside it: what comes once never pushes out what comes again.
 */
final class RecentValues {

	private static final int PLACES = 1 << 14;

	private final AtomicReferenceArray<@Nullable Object> values = new AtomicReferenceArray<>(2 * PLACES);

	/**
	 * An equal value that was met before, or the same.
	 */
	Object shared(Object value) {
		int place = 2 * ((value.hashCode() * 0x9E3779B9) >>> -Integer.numberOfTrailingZeros(PLACES));
		Object settled = this.values.getPlain(place);
		if (value.equals(settled)) {
			return settled;
		}
		Object waiting = this.values.getPlain(place + 1);
		if (value.equals(waiting)) {
			this.values.setPlain(place, waiting);
			this.values.setPlain(place + 1, settled);
			return waiting;
		}
		this.values.setPlain(place + 1, value);
		return value;
	}

}
