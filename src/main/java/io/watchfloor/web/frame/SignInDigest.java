package io.watchfloor.web.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import io.watchfloor.signin.Analyst;

/**
 * Names an analyst and their sign-in to the scripts of open pages without saying who it
 * is. All tabs of a browser share one session, so an answer may be for somebody other
 * than the page that asked. A fresh sign-in of the same analyst counts as another too,
 * because it makes the forms of pages from before invalid.
 */
public final class SignInDigest {

	/**
	 * The header of every answer to an analyst.
	 */
	static final String HEADER = "X-Analyst";

	private static final int LENGTH = 16;

	private SignInDigest() {
	}

	/**
	 * Return the digest of an analyst's sign-in.
	 * @return 32 hexadecimal digits, the same on every node
	 */
	static String of(Analyst analyst) {
		return digest(analyst.getName() + " " + analyst.getIssuedAt());
	}

	/**
	 * Return the digest of an analyst, the same for every sign-in.
	 * @return 32 hexadecimal digits, the same on every node
	 */
	public static String ofAnalyst(Analyst analyst) {
		return digest(analyst.getName());
	}

	private static String digest(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(Arrays.copyOf(digest, LENGTH));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
