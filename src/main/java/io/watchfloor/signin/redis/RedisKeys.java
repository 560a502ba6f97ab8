package io.watchfloor.signin.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * Names the keys in Redis. Whoever reads them does not learn the ids of sessions, with
 * which they could take part in them: what follows the last colon is hashed.
 */
final class RedisKeys implements RedisSerializer<String> {

	/**
	 * What all keys begin with, before a colon.
	 */
	static final String NAMESPACE = "watchfloor";

	@Override
	public byte[] serialize(@Nullable String key) {
		if (key == null) {
			return new byte[0];
		}
		int id = key.lastIndexOf(':') + 1;
		return (key.substring(0, id) + hash(key.substring(id))).getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String deserialize(byte @Nullable [] bytes) {
		throw new UnsupportedOperationException("A hash does not tell what was hashed");
	}

	/**
	 * Return a text that tells nothing of an id, and always the same for it.
	 */
	static String hash(String id) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
