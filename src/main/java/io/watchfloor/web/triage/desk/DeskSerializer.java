package io.watchfloor.web.triage.desk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts what is on a desk to bytes and back. Only classes that a desk has are read.
 */
final class DeskSerializer {

	/**
	 * The most bytes of a desk. Some fifty comments of the greatest length are as many.
	 */
	static final int LARGEST = 4_000_000;

	private static final ObjectInputFilter CLASSES = ObjectInputFilter.Config
		.createFilter(String.join(";", "maxdepth=30", "maxrefs=100000", "maxarray=10000", "maxbytes=" + LARGEST,
				"io.watchfloor.defender.*", "io.watchfloor.queue.triage.*", "io.watchfloor.web.triage.desk.*",
				"java.lang.Boolean", "java.lang.Enum", "java.lang.Integer", "java.lang.Long", "java.lang.Number",
				"java.lang.Object", "java.lang.Record", "java.lang.String", "java.time.*", "java.util.*", "!*"));

	private static final Logger logger = LoggerFactory.getLogger(DeskSerializer.class);

	private DeskSerializer() {
	}

	/**
	 * Write what is on a desk.
	 * @throws IllegalStateException if it is more than is kept
	 */
	static byte[] serialize(TriageDesk.State state) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(state);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		if (bytes.size() > LARGEST) {
			throw new IllegalStateException("A session triages more than can be kept: " + bytes.size() + " bytes");
		}
		return bytes.toByteArray();
	}

	/**
	 * Read what is on a desk.
	 * @return what is there; {@code null} where it was written by a version that had
	 * other desks, or is none
	 */
	static TriageDesk.@Nullable State deserialize(byte[] bytes) {
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			in.setObjectInputFilter(CLASSES);
			return (in.readObject() instanceof TriageDesk.State state) ? state : null;
		}
		catch (IOException | ClassNotFoundException | RuntimeException | LinkageError ex) {
			logger.info("What a session triaged cannot be read, it begins anew: {}", ex.toString());
			return null;
		}
	}

}
