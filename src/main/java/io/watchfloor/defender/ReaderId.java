package io.watchfloor.defender;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Identifies the reader of one analyst's queue. It holds nothing about the analyst, so
 * that the call budget, which remembers it for an hour and may tell it to other nodes,
 * keeps neither a name nor a queue.
 * <p>
 * An analyst whom two nodes serve has a queue on each. What is fair is decided for the
 * analyst, but the news of each queue has a turn of its own: otherwise they would take
 * turns, and be twice as old.
 *
 * @param name the same for all queues of an analyst's session, and says nothing
 * @param queue the queue among these, a random word
 */
public record ReaderId(String name, String queue) {

	private static final int NAME_LENGTH = 16;

	/**
	 * Create the identity of a reader of whom there is one queue.
	 */
	public ReaderId() {
		this(random(), random());
	}

	/**
	 * Return the identity of a new reader for a session.
	 * @param session a random key of the session, the same on all nodes, which cannot be
	 * found out from the result
	 */
	public static ReaderId of(String session) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8));
			return new ReaderId(HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH), random());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String random() {
		return Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits(), Character.MAX_RADIX);
	}

}
