package io.watchfloor.signin.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts with AES-256-GCM. Each text is bound to a place, and can be decrypted for that
 * place only. It begins with the id of its key and the initialization vector.
 *
 * @see <a href="https://doi.org/10.6028/NIST.SP.800-38D">NIST Special Publication
 * 800-38D</a>
 */
public final class SessionCipher {

	private static final int VECTOR_LENGTH = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final SessionKeys keys;

	public SessionCipher(SessionKeys keys) {
		this.keys = keys;
	}

	/**
	 * Return random bytes.
	 */
	public byte[] random(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

	public byte[] encrypt(byte[] plain, String place) {
		SecretKey key = this.keys.current();
		byte[] vector = random(VECTOR_LENGTH);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, vector, place).doFinal(plain);
			return ByteBuffer.allocate(SessionKeys.ID_LENGTH + VECTOR_LENGTH + encrypted.length)
				.put(SessionKeys.id(key.getEncoded()))
				.put(vector)
				.put(encrypted)
				.array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Decrypt what was encrypted for a place.
	 * @throws OtherKeyException if none of the keys was used
	 * @throws UnreadableSessionException if it was encrypted for another place
	 */
	public byte[] decrypt(byte[] encrypted, String place) {
		if (encrypted.length < SessionKeys.ID_LENGTH + VECTOR_LENGTH) {
			throw new UnreadableSessionException("Too short", null);
		}
		ByteBuffer content = ByteBuffer.wrap(encrypted);
		SecretKey key = this.keys.find(bytes(content, SessionKeys.ID_LENGTH));
		if (key == null) {
			throw new OtherKeyException();
		}
		try {
			byte[] vector = bytes(content, VECTOR_LENGTH);
			return cipher(Cipher.DECRYPT_MODE, key, vector, place).doFinal(bytes(content, content.remaining()));
		}
		catch (GeneralSecurityException ex) {
			throw new UnreadableSessionException("Not encrypted for this place", ex);
		}
	}

	private static Cipher cipher(int mode, SecretKey key, byte[] vector, String place) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, vector));
		cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static byte[] bytes(ByteBuffer content, int length) {
		byte[] bytes = new byte[length];
		content.get(bytes);
		return bytes;
	}

}
