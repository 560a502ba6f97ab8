package io.watchfloor.signin.persistence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.signin.encryption.AttributeSerializer;
import org.apache.catalina.Session;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.session.StandardSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Manages Tomcat's sessions in memory, and keeps them over a restart in a file of ours:
 * Tomcat would write tokens in clear, and read objects of any class. Listeners hear of a
 * session that is back as of a new one.
 */
final class EncryptedSessionManager extends StandardManager {

	private static final Logger logger = LoggerFactory.getLogger(EncryptedSessionManager.class);

	private final SessionFile file;

	EncryptedSessionManager(SessionFile file) {
		this.file = file;
	}

	/**
	 * Read the sessions when Tomcat starts. What cannot be read is no session.
	 */
	@Override
	public void load() {
		this.file.take().forEach(this::restore);
	}

	private void restore(byte[] content) {
		StandardSession session = getNewSession();
		try (ObjectInputStream in = AttributeSerializer.reader(content)) {
			session.readObjectData(in);
		}
		catch (IOException | ClassNotFoundException | RuntimeException | LinkageError ex) {
			logger.warn("A session from before the restart cannot be read: {}", ex.toString());
			return;
		}
		session.setMaxInactiveInterval(getContext().getSessionTimeout() * 60);
		add(session);
		session.tellNew();
	}

	/**
	 * Write the sessions when Tomcat stops, and forget them without telling anybody that
	 * they ended.
	 */
	@Override
	public void unload() throws IOException {
		List<StandardSession> sessions = new ArrayList<>();
		List<byte[]> contents = new ArrayList<>();
		for (Session session : findSessions()) {
			if (session instanceof StandardSession standard && standard.isValid()) {
				sessions.add(standard);
				contents.add(content(standard));
			}
		}
		if (contents.isEmpty()) {
			return;
		}
		this.file.write(contents);
		sessions.forEach((session) -> session.expire(false));
	}

	private static byte[] content(StandardSession session) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(content)) {
			session.writeObjectData(out);
		}
		return content.toByteArray();
	}

}
