package io.watchfloor.signin.encryption;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/**
 * Converts the attributes of sessions to bytes and back. Only classes that sessions have
 * are read.
 */
public final class AttributeSerializer {

	/**
	 * The classes of sessions, and what they may be made of.
	 */
	private static final ObjectInputFilter CLASSES = ObjectInputFilter.Config
		.createFilter(String.join(";", "maxdepth=30", "maxrefs=5000", "maxarray=5000", "maxbytes=200000",
				"io.watchfloor.signin.**", "org.springframework.security.core.*",
				"org.springframework.security.core.authority.*", "org.springframework.security.core.context.*",
				"org.springframework.security.authentication.AbstractAuthenticationToken",
				"org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken",
				"org.springframework.security.web.authentication.WebAuthenticationDetails",
				"org.springframework.security.web.csrf.DefaultCsrfToken", "java.lang.Boolean", "java.lang.Enum",
				"java.lang.Integer", "java.lang.Long", "java.lang.Number", "java.lang.Object", "java.lang.String",
				"java.net.URI", "java.time.*", "java.util.*", "!*"));

	private AttributeSerializer() {
	}

	public static byte[] serialize(Object value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(value);
		}
		catch (IOException ex) {
			throw new IllegalStateException("A session cannot hold a " + value.getClass().getName(), ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Read an attribute.
	 * @throws UnreadableSessionException if it has a class that no session has, or that
	 * this version does not know
	 */
	public static Object deserialize(byte[] bytes) {
		try (ObjectInputStream in = reader(bytes)) {
			return in.readObject();
		}
		catch (IOException | ClassNotFoundException | RuntimeException | LinkageError ex) {
			throw new UnreadableSessionException("Not an attribute of a session", ex);
		}
	}

	/**
	 * Open a stream of what a session was written as. It reads the classes that sessions
	 * have, and throws an exception at others.
	 * @throws IOException if it is no such stream
	 */
	public static ObjectInputStream reader(byte[] bytes) throws IOException {
		ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes));
		in.setObjectInputFilter(CLASSES);
		return in;
	}

}
