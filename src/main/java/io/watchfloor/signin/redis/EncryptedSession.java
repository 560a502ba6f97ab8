package io.watchfloor.signin.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.signin.encryption.AttributeSerializer;
import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.encryption.UnreadableSessionException;
import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;

/**
 * A session whose attributes are encrypted. Each is bound to its name and to a random
 * text of the session; and that to the session's id. So what was written for one session
 * is nothing in another one.
 *
 * @param <S> the type of the session that is stored
 */
final class EncryptedSession<S extends Session> implements Session {

	/**
	 * The attribute that holds the random text of the session.
	 */
	private static final String BINDING = "binding";

	private static final int BINDING_LENGTH = 16;

	private final Map<String, Object> values = new HashMap<>();

	private final S stored;

	private final SessionCipher cipher;

	private final byte[] binding;

	private EncryptedSession(S stored, SessionCipher cipher, byte[] binding) {
		this.stored = stored;
		this.cipher = cipher;
		this.binding = binding;
	}

	/**
	 * Begin a session.
	 */
	static <S extends Session> EncryptedSession<S> begin(S stored, SessionCipher cipher) {
		EncryptedSession<S> session = new EncryptedSession<>(stored, cipher, cipher.random(BINDING_LENGTH));
		session.bind();
		return session;
	}

	/**
	 * Read a session.
	 * @throws UnreadableSessionException if it cannot be read
	 */
	static <S extends Session> EncryptedSession<S> read(S stored, SessionCipher cipher) {
		byte[] binding = cipher.decrypt(bytes(stored.getAttribute(BINDING)), placeOfBinding(stored));
		EncryptedSession<S> session = new EncryptedSession<>(stored, cipher, binding);
		for (String name : session.getAttributeNames()) {
			byte[] value = cipher.decrypt(bytes(stored.getAttribute(name)), session.place(name));
			session.values.put(name, AttributeSerializer.deserialize(value));
		}
		return session;
	}

	private static byte[] bytes(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return bytes;
		}
		throw new UnreadableSessionException("Not encrypted", null);
	}

	private void bind() {
		this.stored.setAttribute(BINDING, this.cipher.encrypt(this.binding, placeOfBinding(this.stored)));
	}

	private static String placeOfBinding(Session session) {
		return RedisKeys.NAMESPACE + ":id:" + session.getId();
	}

	private String place(String attribute) {
		return RedisKeys.NAMESPACE + ":" + Base64.getEncoder().encodeToString(this.binding) + ":" + attribute;
	}

	/**
	 * Return the session as it is stored.
	 */
	S stored() {
		return this.stored;
	}

	@Override
	public String getId() {
		return this.stored.getId();
	}

	@Override
	public String changeSessionId() {
		String id = this.stored.changeSessionId();
		bind();
		return id;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T getAttribute(String attributeName) {
		return (T) this.values.get(attributeName);
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.stored.getAttributeNames()
			.stream()
			.filter((name) -> !name.equals(BINDING))
			.collect(Collectors.toSet());
	}

	@Override
	public void setAttribute(String attributeName, @Nullable Object attributeValue) {
		if (attributeValue == null) {
			removeAttribute(attributeName);
			return;
		}
		if (attributeValue instanceof StoredValue current) {
			setCurrent(attributeName, current.value());
			return;
		}
		this.values.put(attributeName, attributeValue);
		this.stored.setAttribute(attributeName,
				this.cipher.encrypt(AttributeSerializer.serialize(attributeValue), place(attributeName)));
	}

	private void setCurrent(String name, @Nullable Object value) {
		if (value == null) {
			this.values.remove(name);
		}
		else {
			this.values.put(name, value);
		}
	}

	@Override
	public void removeAttribute(String attributeName) {
		this.values.remove(attributeName);
		this.stored.removeAttribute(attributeName);
	}

	@Override
	public Instant getCreationTime() {
		return this.stored.getCreationTime();
	}

	@Override
	public void setLastAccessedTime(Instant lastAccessedTime) {
		this.stored.setLastAccessedTime(lastAccessedTime);
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.stored.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.stored.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.stored.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return this.stored.isExpired();
	}

	/**
	 * A value that Redis holds already, and that the requests's copy of a session is to
	 * have too.
	 *
	 * @param value the value, or {@code null} if Redis holds none
	 */
	record StoredValue(@Nullable Object value) {
	}

}
