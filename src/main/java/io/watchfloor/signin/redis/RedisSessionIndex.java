package io.watchfloor.signin.redis;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.signin.encryption.AttributeSerializer;
import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.encryption.UnreadableSessionException;
import io.watchfloor.signin.session.OpenSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * The sessions in which somebody is signed in, in one hash of Redis: by the key of a
 * session's data its latest end in milliseconds, and encrypted who it is and which
 * session. The session itself goes by its age without a word. Whoever removes it here
 * says that it has ended, so that one node does.
 */
final class RedisSessionIndex {

	private static final Logger logger = LoggerFactory.getLogger(RedisSessionIndex.class);

	private static final String INDEX = RedisKeys.NAMESPACE + ":open:index";

	/**
	 * How long the hash outlasts the session that lasts longest, when no node is left.
	 */
	private static final Duration RESERVE = Duration.ofDays(1);

	/**
	 * Adds a session, in one question: Redis may be slow.
	 */
	private static final RedisScript<Long> PUT = new DefaultRedisScript<>(
			"redis.call('hset', KEYS[1], ARGV[1], ARGV[2]) return redis.call('pexpire', KEYS[1], ARGV[3])", Long.class);

	/**
	 * Removes a session unless somebody has signed in to it again meanwhile.
	 */
	private static final RedisScript<Long> REMOVE = new DefaultRedisScript<>(
			"if redis.call('hget', KEYS[1], ARGV[1]) == ARGV[2] then return redis.call('hdel', KEYS[1], ARGV[1]) end "
					+ "return 0",
			Long.class);

	private final RedisTemplate<String, Object> redis;

	private final SessionCipher cipher;

	private final Clock clock;

	RedisSessionIndex(RedisTemplate<String, Object> redis, SessionCipher cipher, Clock clock) {
		this.redis = redis;
		this.cipher = cipher;
		this.clock = clock;
	}

	/**
	 * Add a session, or replace what is here under its key.
	 * @param limit how long a session can last at most
	 */
	void put(OpenSession session, Duration limit) {
		byte[] content = AttributeSerializer.serialize(new Content(session.id(), session.analyst(), session.signIn()));
		long end = session.latestEnd().toEpochMilli();
		byte[] encrypted = this.cipher.encrypt(content, place(session.key(), end));
		byte[] value = ByteBuffer.allocate(Long.BYTES + encrypted.length).putLong(end).put(encrypted).array();
		this.redis.execute(PUT, List.of(INDEX), session.key().getBytes(StandardCharsets.UTF_8), value,
				RedisValues.millis(limit.plus(RESERVE)));
	}

	/**
	 * Remove the session under a key.
	 * @return whether it was here
	 */
	boolean remove(String key) {
		return this.redis.opsForHash().delete(INDEX, key) > 0;
	}

	/**
	 * Remove a session.
	 * @return whether it was here, and as it was read
	 */
	boolean remove(Entry entry) {
		byte[] key = entry.session().key().getBytes(StandardCharsets.UTF_8);
		return Long.valueOf(1).equals(this.redis.execute(REMOVE, List.of(INDEX), key, entry.value()));
	}

	/**
	 * Return everything that is here.
	 */
	Entries entries() {
		Map<String, Object> stored = this.redis.<String, Object>opsForHash().entries(INDEX);
		List<Entry> readable = new ArrayList<>();
		stored.forEach((key, value) -> {
			OpenSession session = (value instanceof byte[] bytes && bytes.length > Long.BYTES) ? session(key, bytes)
					: null;
			if (session != null) {
				readable.add(new Entry(session, (byte[]) value));
			}
		});
		return new Entries(Set.copyOf(stored.keySet()), readable);
	}

	/**
	 * Decrypt a session. Where none of this node's keys does, another node may have it;
	 * once the session's time is over, nobody needs it.
	 */
	private @Nullable OpenSession session(String key, byte[] value) {
		long end = ByteBuffer.wrap(value).getLong();
		try {
			byte[] encrypted = Arrays.copyOfRange(value, Long.BYTES, value.length);
			byte[] content = this.cipher.decrypt(encrypted, place(key, end));
			if (AttributeSerializer.deserialize(content) instanceof Content session) {
				return new OpenSession(key, session.id(), session.analyst(), session.signIn(),
						Instant.ofEpochMilli(end));
			}
		}
		catch (UnreadableSessionException ex) {
			logger.debug("A session in the index cannot be read", ex);
		}
		if (end < this.clock.millis()) {
			remove(key);
		}
		return null;
	}

	/**
	 * Return which sessions Redis does not hold any more, or only a part of them, which a
	 * request has written that was under way when the session ended.
	 * @param ids the ids of the sessions
	 * @return for each whether it is gone
	 */
	List<Boolean> gone(List<String> ids) {
		return ids.stream()
			.map((id) -> !this.redis.opsForHash().hasKey(RedisKeys.NAMESPACE + ":sessions:" + id, "creationTime"))
			.toList();
	}

	private static String place(String key, long end) {
		return INDEX + ":" + end + ":" + key;
	}

	/**
	 * What is here.
	 *
	 * @param keys the keys of the data of all sessions
	 * @param readable the sessions that this node can decrypt
	 */
	record Entries(Set<String> keys, List<Entry> readable) {
	}

	/**
	 * A session as it was read.
	 *
	 * @param session the session
	 * @param value what is stored of it
	 */
	record Entry(OpenSession session, byte[] value) {
	}

	/**
	 * What is encrypted.
	 */
	private record Content(String id, Serializable analyst, @Nullable String signIn) implements Serializable {
	}

}
