package io.watchfloor.signin.redis;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.signin.encryption.OtherKeyException;
import io.watchfloor.signin.encryption.UnreadableSessionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator of sessions that cannot be read: counts each, and logs what it may
 * come from, once a minute.
 */
final class UnreadableSessions {

	private static final Logger logger = LoggerFactory.getLogger(UnreadableSessions.class);

	private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

	private final Map<String, Long> lines = new ConcurrentHashMap<>();

	private final RedisMeters meters;

	UnreadableSessions(RedisMeters meters) {
		this.meters = meters;
	}

	/**
	 * Tell of a session that cannot be decrypted.
	 */
	void add(UnreadableSessionException failure) {
		if (failure instanceof OtherKeyException) {
			this.meters.otherKey();
			warn("A session was encrypted with another key and is taken for none. If this is not because the key was "
					+ "exchanged in one step, this node or another one has a wrong WATCHFLOOR_SESSION_KEY_FILE");
			return;
		}
		this.meters.spoilt();
		warn("A session cannot be read and is taken for none: " + failure.getMessage());
	}

	/**
	 * Tell of a session with attributes of another version.
	 * @param attributes their names
	 */
	void add(Set<String> attributes) {
		this.meters.unknown();
		warn("This version does not know what a session has as " + attributes + ", and goes on without");
	}

	private void warn(String line) {
		long now = System.nanoTime();
		Long last = this.lines.get(line);
		// Few lines are different, but nothing here may grow by what is in Redis
		if (this.lines.size() > 10) {
			this.lines.clear();
		}
		if (last == null || now - last > BETWEEN_LINES.toNanos()) {
			this.lines.put(line, now);
			logger.warn("{}", line);
		}
	}

}
