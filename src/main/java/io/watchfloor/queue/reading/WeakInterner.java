package io.watchfloor.queue.reading;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Makes equal objects one for as long as somebody holds it.
 *
 * @param <T> what never changes
 */
final class WeakInterner<T> {

	private final ConcurrentMap<Held<T>, Held<T>> held = new ConcurrentHashMap<>();

	private final ReferenceQueue<T> dropped = new ReferenceQueue<>();

	private final LongAdder bytes = new LongAdder();

	private final ToIntFunction<? super T> weigh;

	/**
	 * Nothing is held yet.
	 * @param weigh about how many bytes an object takes
	 */
	WeakInterner(ToIntFunction<? super T> weigh) {
		this.weigh = weigh;
	}

	/**
	 * An equal object that is held already, or the same.
	 */
	T shared(T candidate) {
		forgetDropped();
		Held<T> reference = new Held<>(candidate, this.dropped, this.weigh.applyAsInt(candidate));
		T known;
		do {
			Held<T> winner = this.held.computeIfAbsent(reference, (key) -> key);
			known = (winner == reference) ? candidate : winner.get();
			if (winner == reference) {
				this.bytes.add(reference.bytes);
			}
		}
		while (known == null);
		return known;
	}

	/**
	 * About how many bytes the objects that are held take.
	 */
	long bytes() {
		forgetDropped();
		return this.bytes.sum();
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
			this.bytes.add(-((Held<?>) gone).bytes);
		}
	}

	/**
	 * An object that stays only while somebody else holds it. Once gone it equals nothing
	 * but itself.
	 */
	private static final class Held<T> extends WeakReference<T> {

		private final int hash;

		private final int bytes;

		private Held(T object, ReferenceQueue<T> dropped, int bytes) {
			super(object, dropped);
			this.hash = object.hashCode();
			this.bytes = bytes;
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
