package io.watchfloor.signin.redis;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * Stores a session in one step. Spring Session's repository asks whether the session is
 * there, renames it, writes what changed and then when it ends: four answers of Redis to
 * wait for, and a session that ended between them is there again by half.
 */
final class SessionTemplate extends RedisTemplate<String, Object> {

	/**
	 * Keys: what the session is stored under, and what it is to be. Arguments: whether it
	 * has to be there, when it ends in milliseconds since 1970, and the names and values
	 * of what changed.
	 */
	private static final RedisScript<Long> STORE = new DefaultRedisScript<>("""
			if ARGV[1] == 'there' and redis.call('exists', KEYS[1]) == 0 then return 0 end
			if KEYS[1] ~= KEYS[2] then redis.call('rename', KEYS[1], KEYS[2]) end
			redis.call('hset', KEYS[2], unpack(ARGV, 3))
			redis.call('pexpireat', KEYS[2], ARGV[2])
			return 1
			""", Long.class);

	private static final RedisValues VALUES = new RedisValues();

	private final ThreadLocal<@Nullable Step> steps = new ThreadLocal<>();

	SessionTemplate() {
		setKeySerializer(new RedisKeys());
		setHashKeySerializer(RedisSerializer.string());
		setHashValueSerializer(VALUES);
		setValueSerializer(VALUES);
	}

	/**
	 * Do in one step what a repository does to store a session.
	 * @param store what makes the repository store it
	 * @throws IllegalStateException if it is not there any more
	 */
	void inOneStep(Runnable store) {
		Step step = new Step();
		this.steps.set(step);
		try {
			store.run();
		}
		finally {
			this.steps.remove();
		}
		if (step.key != null && Long.valueOf(0).equals(execute(STORE, step.keys(), step.arguments()))) {
			throw new IllegalStateException("The session has ended");
		}
	}

	@Override
	public Boolean hasKey(String key) {
		Step step = this.steps.get();
		if (step == null) {
			return super.hasKey(key);
		}
		step.before = key;
		return true;
	}

	@Override
	public void rename(String oldKey, String newKey) {
		// The key that comes with what changed is the new one
		if (this.steps.get() == null) {
			super.rename(oldKey, newKey);
		}
	}

	@Override
	public Boolean expireAt(String key, Instant expireAt) {
		Step step = this.steps.get();
		if (step == null) {
			return super.expireAt(key, expireAt);
		}
		step.end = expireAt;
		return true;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <HK, HV> HashOperations<String, HK, HV> opsForHash() {
		HashOperations<String, HK, HV> operations = super.opsForHash();
		Step step = this.steps.get();
		return (step == null) ? operations
				: (HashOperations<String, HK, HV>) Proxy.newProxyInstance(SessionTemplate.class.getClassLoader(),
						new Class<?>[] { HashOperations.class }, (proxy, method, arguments) -> {
							if (method.getName().equals("putAll")) {
								step.key = (String) arguments[0];
								step.changes = (Map<String, Object>) arguments[1];
								return null;
							}
							try {
								return method.invoke(operations, arguments);
							}
							catch (InvocationTargetException ex) {
								throw ex.getTargetException();
							}
						});
	}

	/**
	 * What a repository would have done step by step.
	 */
	private static final class Step {

		private @Nullable String before;

		private @Nullable String key;

		private Map<String, Object> changes = Map.of();

		private Instant end = Instant.EPOCH;

		List<String> keys() {
			return List.of((this.before != null) ? this.before : this.key, this.key);
		}

		Object[] arguments() {
			List<Object> arguments = new ArrayList<>();
			arguments.add(bytes((this.before != null) ? "there" : "new"));
			arguments.add(bytes(String.valueOf(this.end.toEpochMilli())));
			this.changes.forEach((name, value) -> {
				arguments.add(bytes(name));
				arguments.add(VALUES.serialize(value));
			});
			return arguments.toArray();
		}

		private static byte[] bytes(String text) {
			return text.getBytes(StandardCharsets.UTF_8);
		}

	}

}
