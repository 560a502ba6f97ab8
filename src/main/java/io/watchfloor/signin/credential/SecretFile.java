package io.watchfloor.signin.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the client secret, which is read again when it changes: a new secret needs
 * no restart. A new one that cannot be used is logged, without it, and the one before
 * stays in use.
 */
public final class SecretFile {

	private static final Logger logger = LoggerFactory.getLogger(SecretFile.class);

	private static final String SETTING = "AZURE_CLIENT_SECRET_PATH";

	private final WatchedFile file;

	private String secret;

	private @Nullable FileVersion read;

	/**
	 * Read the secret for the first time.
	 * @param path a file that holds the secret and nothing else
	 * @param clock the clock
	 * @throws IllegalArgumentException if the file cannot be used, with the reason
	 */
	public SecretFile(Path path, Clock clock) {
		this.read = FileVersion.of(path);
		this.secret = load(path);
		this.file = new WatchedFile(path, clock);
	}

	/**
	 * Return why a file cannot be used.
	 * @param path the file
	 * @return the problem, or nothing if the file can be used
	 */
	public static List<String> problems(Path path) {
		try {
			load(path);
			return List.of();
		}
		catch (IllegalArgumentException ex) {
			return List.of(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Return why a text cannot be the client secret.
	 * @param secret the text
	 * @param setting where it comes from
	 * @return the problem, without the text, or nothing if it may be one
	 */
	public static List<String> problems(String secret, String setting) {
		if (isGuid(secret)) {
			return List.of(setting + " is a GUID: that is the secret's ID, not the secret. Azure portal > "
					+ "Microsoft Entra ID > App registrations > your app > Certificates & secrets shows the secret in "
					+ "the column Value, once; if it is lost, create a new one there");
		}
		return List.of();
	}

	/**
	 * Return the newest secret that can be used.
	 */
	public synchronized String secret() {
		look();
		return this.secret;
	}

	private void look() {
		FileVersion version = this.file.look();
		if (version == null || version.equals(this.read)) {
			return;
		}
		this.read = version;
		try {
			this.secret = load(this.file.path());
			logger.info("The client secret was read again");
		}
		catch (IllegalArgumentException ex) {
			logger.warn("The client secret before stays in use: {}", ex.getMessage());
		}
	}

	private static String load(Path path) {
		String secret = text(path).strip();
		if (secret.isEmpty() || secret.lines().count() > 1) {
			throw new IllegalArgumentException(
					SETTING + " must name a file that holds the client secret's value and nothing else: " + path);
		}
		problems(secret, SETTING).forEach((problem) -> {
			throw new IllegalArgumentException(problem);
		});
		return secret;
	}

	private static String text(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(SETTING + " names a file that cannot be read: " + path);
		}
	}

	private static boolean isGuid(String text) {
		try {
			return UUID.fromString(text).toString().equalsIgnoreCase(text);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Return the path and no secret: logs print objects.
	 */
	@Override
	public String toString() {
		return "SecretFile[path=" + this.file.path() + "]";
	}

}
