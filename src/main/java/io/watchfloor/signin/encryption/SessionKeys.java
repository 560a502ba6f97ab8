package io.watchfloor.signin.encryption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * The keys by which sessions are encrypted: the first line of a file, and a second line
 * that is only read with. So a key is exchanged in two steps without a break: the new one
 * becomes the second line on every node first, and then the first line.
 */
public final class SessionKeys {

	/**
	 * How many bytes name a key.
	 */
	static final int ID_LENGTH = 4;

	private static final String SETTING = "WATCHFLOOR_SESSION_KEY_FILE";

	private static final int LENGTH = 32;

	private final List<byte[]> keys;

	private SessionKeys(List<byte[]> keys) {
		this.keys = keys;
	}

	/**
	 * Read the keys.
	 * @throws IllegalArgumentException if the file does not hold them
	 */
	public static SessionKeys read(Path file) {
		List<String> lines = lines(file);
		if (lines.isEmpty() || lines.size() > 2) {
			throw new IllegalArgumentException(SETTING + " must name a file with one key, or with two lines while a "
					+ "key is exchanged: " + file + " has " + lines.size());
		}
		return new SessionKeys(lines.stream().map((line) -> key(line, file)).toList());
	}

	/**
	 * Return what is wrong with the file.
	 * @return the problem with its remedy and without a key, or nothing
	 */
	public static List<String> problems(Path file) {
		try {
			read(file);
			return List.of();
		}
		catch (IllegalArgumentException ex) {
			return List.of(String.valueOf(ex.getMessage()));
		}
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readString(file).lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(SETTING + " names a file that cannot be read: " + file);
		}
	}

	private static byte[] key(String line, Path file) {
		byte[] key = decoded(line);
		if (key == null || key.length != LENGTH) {
			throw new IllegalArgumentException(
					SETTING + " must name a file whose lines are keys of 32 bytes in Base64: " + file
							+ ". Make one with: openssl rand -base64 32");
		}
		return key;
	}

	private static byte @Nullable [] decoded(String line) {
		try {
			return Base64.getDecoder().decode(line);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Derive keys for something else than sessions, in the same order.
	 * @param purpose what for
	 */
	public List<byte[]> derived(String purpose) {
		return this.keys.stream().map((key) -> digest(key, purpose.getBytes(StandardCharsets.UTF_8))).toList();
	}

	/**
	 * Return the key to write with.
	 */
	SecretKey current() {
		return new SecretKeySpec(this.keys.get(0), "AES");
	}

	/**
	 * Return the key with an id.
	 * @return the key, or {@code null} if it is none of these
	 */
	@Nullable SecretKey find(byte[] id) {
		return this.keys.stream()
			.filter((key) -> Arrays.equals(id(key), id))
			.findFirst()
			.map((key) -> new SecretKeySpec(key, "AES"))
			.orElse(null);
	}

	/**
	 * Return the name of a key, which tells nothing of it.
	 */
	static byte[] id(byte[] key) {
		return Arrays.copyOf(digest(key, "id".getBytes(StandardCharsets.UTF_8)), ID_LENGTH);
	}

	private static byte[] digest(byte[] key, byte[] purpose) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			sha256.update(key);
			return sha256.digest(purpose);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
