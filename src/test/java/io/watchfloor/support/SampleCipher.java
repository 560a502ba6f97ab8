package io.watchfloor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

import io.watchfloor.signin.encryption.SessionCipher;
import io.watchfloor.signin.encryption.SessionKeys;

/**
 * Ciphers for tests of what is kept encrypted.
 */
public final class SampleCipher {

	private static final int KEY_LENGTH = 32;

	private SampleCipher() {
	}

	/**
	 * A cipher with a key of one letter.
	 */
	public static SessionCipher of(char letter) {
		byte[] key = new byte[KEY_LENGTH];
		Arrays.fill(key, (byte) letter);
		try {
			Path file = Files.createTempFile("watchfloor", ".key");
			try {
				return new SessionCipher(
						SessionKeys.read(Files.writeString(file, Base64.getEncoder().encodeToString(key))));
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
