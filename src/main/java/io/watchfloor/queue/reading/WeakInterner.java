package io.watchfloor.queue.reading;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Makes equal objects one for as long as somebody else references it.
 *
 * @param <T> an immutable type
 */
final class WeakInterner<T> {

	private final ConcurrentMap<InternedReference<T>, InternedReference<T>> references = new ConcurrentHashMap<>();

	private final ReferenceQueue<T> collected = new ReferenceQueue<>();

	private final LongAdder bytes = new LongAdder();

	private final ToIntFunction<? super T> bytesOf;

	/**
	 * Create an empty interner.
	 * @param bytesOf estimates the bytes that an object takes
	 */
	WeakInterner(ToIntFunction<? super T> bytesOf) {
		this.bytesOf = bytesOf;
	}

	/**
	 * Return an equal object that is in use already, or the object itself.
	 */
	T intern(T candidate) {
		removeCollected();
		InternedReference<T> added = new InternedReference<>(candidate, this.collected,
				this.bytesOf.applyAsInt(candidate));
		T known;
		do {
			InternedReference<T> present = this.references.computeIfAbsent(added, (key) -> key);
			known = (present == added) ? candidate : present.get();
			if (present == added) {
				this.bytes.add(added.bytes);
			}
		}
		while (known == null);
		return known;
	}

	/**
	 * Estimate the bytes that the objects take, those included that are not yet
	 * garbage-collected.
	 */
	long bytes() {
		removeCollected();
		return this.bytes.sum();
	}

	/**
	 * Return the number of different objects.
	 */
	int size() {
		removeCollected();
		return this.references.size();
	}

	private void removeCollected() {
		for (Object gone = this.collected.poll(); gone != null; gone = this.collected.poll()) {
			this.references.remove(gone);
			this.bytes.add(-((InternedReference<?>) gone).bytes);
		}
	}

	/**
	 * A weak reference that equals another while their objects are equal. Once its object
	 * is garbage-collected it equals only itself.
	 */
	private static final class InternedReference<T> extends WeakReference<T> {

		private final int hash;

		private final int bytes;

		private InternedReference(T object, ReferenceQueue<T> collected, int bytes) {
			super(object, collected);
			this.hash = object.hashCode();
			this.bytes = bytes;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			if (this == other) {
				return true;
			}
			T object = get();
			return object != null && other instanceof InternedReference<?> that && that.hash == this.hash
					&& object.equals(that.get());
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
