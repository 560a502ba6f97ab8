package io.watchfloor.signin.persistence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.encryption.UnreadableSessionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that holds sessions while Watchfloor is stopped: the length of each, and the
 * session encrypted as a whole. It is readable by its owner alone, and gone once it was
 * read, so that a session which ends later does not come back.
 */
final class SessionFile {

	private static final Logger logger = LoggerFactory.getLogger(SessionFile.class);

	/**
	 * What the sessions are bound to, so that nothing else encrypted by the same key
	 * passes for one. Its id is within the encrypted text.
	 */
	private static final String PLACE = "watchfloor:file";

	/**
	 * How many bytes a session can have: many times of what it has.
	 */
	private static final int LONGEST = 1 << 20;

	private final Path path;

	private final SessionCipher cipher;

	SessionFile(Path path, SessionCipher cipher) {
		this.path = path;
		this.cipher = cipher;
	}

	/**
	 * Write sessions, in place of what the file held.
	 * @param sessions each of them serialized
	 * @throws IOException if that is not possible; then the file is as it was
	 */
	void write(List<byte[]> sessions) throws IOException {
		// Created for its owner alone, where the file system knows owners
		Path unfinished = Files.createTempFile(this.path.getParent(), "sessions", null);
		try {
			try (DataOutputStream out = new DataOutputStream(
					new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
				for (byte[] session : sessions) {
					byte[] encrypted = this.cipher.encrypt(session, PLACE);
					out.writeInt(encrypted.length);
					out.write(encrypted);
				}
			}
			Files.move(unfinished, this.path, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/**
	 * Read the sessions, and delete the file. What cannot be read is left out and logged.
	 * @return the sessions as they were given to {@link #write}
	 */
	List<byte[]> take() {
		if (!Files.exists(this.path)) {
			return List.of();
		}
		List<byte[]> sessions = read();
		try {
			Files.delete(this.path);
			return sessions;
		}
		catch (IOException ex) {
			logger.warn("{} cannot be deleted, so that its sessions would outlive their end: nobody stays signed in",
					this.path, ex);
			return List.of();
		}
	}

	private List<byte[]> read() {
		List<byte[]> sessions = new ArrayList<>();
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(this.path)))) {
			for (byte[] encrypted = next(in); encrypted.length > 0; encrypted = next(in)) {
				sessions.add(this.cipher.decrypt(encrypted, PLACE));
			}
		}
		catch (IOException | UnreadableSessionException ex) {
			logger.warn("{} holds something else than sessions that were encrypted with this key, which is ignored: {}",
					this.path, ex.toString());
		}
		return sessions;
	}

	/**
	 * Return the next session, or nothing at the end.
	 */
	private static byte[] next(DataInputStream in) throws IOException {
		int first = in.read();
		if (first < 0) {
			return new byte[0];
		}
		int length = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
		if (length <= 0 || length > LONGEST) {
			throw new IOException("no session is that long");
		}
		byte[] session = in.readNBytes(length);
		if (session.length < length) {
			throw new EOFException("it ends within a session");
		}
		return session;
	}

}
