package io.watchfloor.signin.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts for the operator what the loss of Redis, or of a key, costs people.
 */
final class RedisMeters {

	private static final String UNREADABLE = "watchfloor.redis.unreadable";

	private final Counter unavailable;

	private final Counter unsaved;

	private final Counter otherKey;

	private final Counter spoilt;

	private final Counter unknown;

	RedisMeters(MeterRegistry registry) {
		this.unavailable = Counter.builder("watchfloor.redis.unavailable")
			.description("Requests that were answered 503 because of Redis")
			.register(registry);
		this.unsaved = Counter.builder("watchfloor.redis.unsaved")
			.description("Requests whose changes to a session were lost because of Redis")
			.register(registry);
		this.otherKey = unreadable("key", registry);
		this.spoilt = unreadable("content", registry);
		this.unknown = unreadable("version", registry);
	}

	private static Counter unreadable(String reason, MeterRegistry registry) {
		return Counter.builder(UNREADABLE)
			.tag("reason", reason)
			.description("Sessions that could not be read, or not all of them: because of another key, because of "
					+ "what is in them, or because of another version of Watchfloor")
			.register(registry);
	}

	/**
	 * Count a request that was answered 503.
	 */
	void unavailable() {
		this.unavailable.increment();
	}

	/**
	 * Count a request that was answered, and whose session was not stored.
	 */
	void unsaved() {
		this.unsaved.increment();
	}

	/**
	 * Count a session that was encrypted with none of this node's keys.
	 */
	void otherKey() {
		this.otherKey.increment();
	}

	/**
	 * Count a session that is not what Watchfloor wrote.
	 */
	void spoilt() {
		this.spoilt.increment();
	}

	/**
	 * Count a session with attributes that this version does not know.
	 */
	void unknown() {
		this.unknown.increment();
	}

}
