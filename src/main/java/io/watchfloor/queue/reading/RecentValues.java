package io.watchfloor.queue.reading;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Makes most equal values one object, in memory of a fixed size: a value that was
 * forgotten costs one more object. The hash of a value selects a place and a waiting
 * place beside it. A new value goes to the waiting place, and changes places with the
 * other when it comes again, so that values that come once never replace those that
 * recur.
 */
final class RecentValues {

	private static final int PLACES = 1 << 14;

	private final AtomicReferenceArray<@Nullable Object> values = new AtomicReferenceArray<>(2 * PLACES);

	/**
	 * Return an equal value that came before, or the value itself.
	 */
	Object intern(Object value) {
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
