package io.watchfloor.signin.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
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

	/**
	 * The part of a session's idle time after which its use is stored again.
	 */
	private static final int PARTS = 60;

	private final Map<String, Object> values = new HashMap<>();

	private final Set<String> unknown = new HashSet<>();

	private final S stored;

	private final SessionCipher cipher;

	private final byte[] binding;

	private boolean changed;

	private boolean hasNewId;

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
	 * Read a session. Attributes that another version of Watchfloor wrote, and that this
	 * one does not know, are left where they are.
	 * @throws UnreadableSessionException if it cannot be decrypted
	 */
	static <S extends Session> EncryptedSession<S> read(S stored, SessionCipher cipher) {
		byte[] binding = cipher.decrypt(bytes(stored.getAttribute(BINDING)), placeOfBinding(stored));
		EncryptedSession<S> session = new EncryptedSession<>(stored, cipher, binding);
		for (String name : names(stored)) {
			session.put(name, cipher.decrypt(bytes(stored.getAttribute(name)), session.place(name)));
		}
		return session;
	}

	private void put(String name, byte[] value) {
		try {
			this.values.put(name, AttributeSerializer.deserialize(value));
		}
		catch (UnreadableSessionException ex) {
			this.unknown.add(name);
		}
	}

	private static Set<String> names(Session stored) {
		return stored.getAttributeNames().stream().filter((name) -> !name.equals(BINDING)).collect(Collectors.toSet());
	}

	private static byte[] bytes(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return bytes;
		}
		throw new UnreadableSessionException("Not encrypted", null);
	}

	private void bind() {
		this.changed = true;
		this.hasNewId = true;
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

	/**
	 * Return the names of the attributes that this version does not know.
	 */
	Set<String> unknown() {
		return this.unknown;
	}

	/**
	 * Return whether there is something to store.
	 */
	boolean isChanged() {
		return this.changed;
	}

	/**
	 * Return whether the session is not stored under its id yet.
	 */
	boolean hasNewId() {
		return this.hasNewId;
	}

	/**
	 * Record that everything is stored.
	 */
	void saved() {
		this.changed = false;
		this.hasNewId = false;
	}

	@Override
	public String getId() {
		return this.stored.getId();
	}

	/**
	 * Change the id, as when somebody signs in. What this version does not know may be of
	 * somebody else, and goes.
	 */
	@Override
	public String changeSessionId() {
		String id = this.stored.changeSessionId();
		bind();
		this.unknown.forEach(this.stored::removeAttribute);
		this.unknown.clear();
		return id;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T getAttribute(String attributeName) {
		return (T) this.values.get(attributeName);
	}

	@Override
	public Set<String> getAttributeNames() {
		return Set.copyOf(this.values.keySet());
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
		this.changed = true;
		this.unknown.remove(attributeName);
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
		if (!this.values.containsKey(attributeName) && !this.unknown.remove(attributeName)) {
			return;
		}
		this.changed = true;
		this.values.remove(attributeName);
		this.stored.removeAttribute(attributeName);
	}

	@Override
	public Instant getCreationTime() {
		return this.stored.getCreationTime();
	}

	/**
	 * Record that the session is used, but not at every request: that would be another
	 * answer of Redis to wait for.
	 */
	@Override
	public void setLastAccessedTime(Instant lastAccessedTime) {
		Duration since = Duration.between(this.stored.getLastAccessedTime(), lastAccessedTime).abs();
		if (since.compareTo(getMaxInactiveInterval().dividedBy(PARTS)) < 0) {
			return;
		}
		this.changed = true;
		this.stored.setLastAccessedTime(lastAccessedTime);
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.stored.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.changed = true;
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
