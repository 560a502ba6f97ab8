package io.watchfloor.signin.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.signin.session.RecentIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Remembers ids in Redis: for each a key that goes by itself. While Redis is away each
 * node remembers its own.
 */
final class RedisRecentIds implements RecentIds {

	private static final Logger logger = LoggerFactory.getLogger(RedisRecentIds.class);

	/**
	 * Remembers all keys, and returns whether the first one was of another analyst until
	 * now or not here. Arguments: who it is, how many requests, for how long.
	 */
	private static final RedisScript<Long> ADD = new DefaultRedisScript<>("""
			local first = redis.call('hget', KEYS[1], 'analyst') ~= ARGV[1]
			for _, key in ipairs(KEYS) do
				redis.call('hset', key, 'analyst', ARGV[1], 'uses', ARGV[2])
				redis.call('pexpire', key, ARGV[3])
			end
			return first and 1 or 0
			""", Long.class);

	private static final RedisScript<Long> USE = new DefaultRedisScript<>("""
			if redis.call('exists', KEYS[1]) == 0 then return 0 end
			return redis.call('hincrby', KEYS[1], 'uses', -1) >= 0 and 1 or 0
			""", Long.class);

	private static final String NOBODY = "";

	private final RedisTemplate<String, Object> redis;

	private final RecentIds ownIds;

	/**
	 * Create the memory.
	 * @param redis where it is
	 * @param ownIds remembers while Redis is away
	 */
	RedisRecentIds(RedisTemplate<String, Object> redis, RecentIds ownIds) {
		this.redis = redis;
		this.ownIds = ownIds;
	}

	@Override
	public void add(String id, int uses) {
		try {
			add(List.of(key(id)), NOBODY, uses);
		}
		catch (DataAccessException ex) {
			warn(ex);
			this.ownIds.add(id, uses);
		}
	}

	@Override
	public boolean use(String id) {
		try {
			return isTrue(this.redis.execute(USE, List.of(key(id))));
		}
		catch (DataAccessException ex) {
			warn(ex);
			return this.ownIds.use(id);
		}
	}

	@Override
	public boolean signedIn(@Nullable String succeeded, List<String> begun, int uses, String analyst) {
		List<String> keys = Stream.concat(Stream.ofNullable(succeeded), begun.stream())
			.distinct()
			.map(RedisRecentIds::key)
			.toList();
		if (keys.isEmpty()) {
			return true;
		}
		try {
			return add(keys, analyst, uses) || succeeded == null;
		}
		catch (DataAccessException ex) {
			warn(ex);
			return this.ownIds.signedIn(succeeded, begun, uses, analyst);
		}
	}

	private boolean add(List<String> keys, String analyst, int uses) {
		return isTrue(this.redis.execute(ADD, keys, bytes(RedisKeys.hash(analyst)), bytes(String.valueOf(uses)),
				RedisValues.millis(LIFETIME)));
	}

	private static boolean isTrue(@Nullable Long answer) {
		return answer != null && answer == 1;
	}

	private static String key(String id) {
		return RedisKeys.NAMESPACE + ":recent:" + id;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static void warn(DataAccessException failure) {
		logger.warn("Redis does not answer, so that this node remembers alone who has just signed in: {}",
				NestedExceptionUtils.getMostSpecificCause(failure).toString());
	}

}
