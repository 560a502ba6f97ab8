package io.watchfloor.queue;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/**
 * Makes equal objects one for as long as somebody holds it.
 *
 * @param <T> what never changes
 */
final class WeakInterner<T> {

	private final ConcurrentMap<Held<T>, Held<T>> held = new ConcurrentHashMap<>();

	private final ReferenceQueue<T> dropped = new ReferenceQueue<>();

	/**
	 * An equal object that is held already, or the same.
	 */
	T shared(T candidate) {
		forgetDropped();
		Held<T> reference = new Held<>(candidate, this.dropped);
		T known;
		do {
			Held<T> winner = this.held.computeIfAbsent(reference, (key) -> key);
			known = winner.get();
		}
		while (known == null);
		return known;
	}

	/**
	 * How many different objects are held.
	 */
	int size() {
		forgetDropped();
		return this.held.size();
	}

	private void forgetDropped() {
		for (Object gone = this.dropped.poll(); gone != null; gone = this.dropped.poll()) {
			this.held.remove(gone);
		}
	}

	/**
	 * An object that stays only while somebody else holds it. Once gone it equals nothing
	 * but itself.
	 */
	private static final class Held<T> extends WeakReference<T> {

		private final int hash;

		private Held(T object, ReferenceQueue<T> dropped) {
			super(object, dropped);
			this.hash = object.hashCode();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			if (this == other) {
				return true;
			}
			T object = get();
			return object != null && other instanceof Held<?> that && that.hash == this.hash
					&& object.equals(that.get());
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
