package io.watchfloor.signin.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * Writes the values of a session: numbers, such as when it began, and what is encrypted.
 * Bytes of another form are read as they are, and the session with them is none.
 */
final class RedisValues implements RedisSerializer<Object> {

	private static final String LONG = "long ";

	private static final String INTEGER = "int ";

	@Override
	public byte[] serialize(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return bytes;
		}
		if (value instanceof Long number) {
			return (LONG + number).getBytes(StandardCharsets.US_ASCII);
		}
		if (value instanceof Integer number) {
			return (INTEGER + number).getBytes(StandardCharsets.US_ASCII);
		}
		if (value == null) {
			return new byte[0];
		}
		throw new IllegalArgumentException("Not encrypted: " + value.getClass().getName());
	}

	@Override
	public @Nullable Object deserialize(byte @Nullable [] bytes) {
		if (bytes == null || bytes.length == 0) {
			return null;
		}
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		try {
			if (text.startsWith(LONG)) {
				return Long.valueOf(text.substring(LONG.length()));
			}
			return text.startsWith(INTEGER) ? Integer.valueOf(text.substring(INTEGER.length())) : bytes;
		}
		catch (NumberFormatException ex) {
			return bytes;
		}
	}

	/**
	 * Return a time as scripts take it.
	 */
	static byte[] millis(Duration duration) {
		return Long.toString(duration.toMillis()).getBytes(StandardCharsets.US_ASCII);
	}

}
