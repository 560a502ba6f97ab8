package io.watchfloor.queue.sweep;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

import io.watchfloor.queue.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Writes equal indicators alike.
 */
final class CanonicalForm {

	/**
	 * The first character outside ASCII.
	 */
	private static final char BEYOND_ASCII = '\u0080';

	private CanonicalForm() {
	}

	/**
	 * Return the form that equal indicators share.
	 * @param kind the kind
	 * @param text how it is written
	 * @return the form, or {@code null} if the text is no such indicator
	 */
	static @Nullable String of(IndicatorKind kind, String text) {
		return switch (kind) {
			case IP -> address(text);
			case DOMAIN -> host(text);
			case URL -> UrlParts.of(text).key();
			case HASH -> text.toLowerCase(Locale.ROOT);
			case MAIL -> {
				int sign = text.lastIndexOf('@') + 1;
				yield SearchText.lower(text.substring(0, sign)) + host(text.substring(sign));
			}
		};
	}

	/**
	 * Write an IP address. One with colons is never looked up as a name.
	 */
	private static @Nullable String address(String text) {
		if (text.indexOf(':') < 0) {
			return text;
		}
		try {
			return InetAddress.getByName("[" + text + "]").getHostAddress();
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	/**
	 * Write a host, in ASCII if it can be.
	 */
	static String host(String text) {
		String lower = SearchText.lower(text);
		if (isAscii(lower)) {
			return lower;
		}
		try {
			return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED);
		}
		catch (IllegalArgumentException ex) {
			return lower;
		}
	}

	private static boolean isAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= BEYOND_ASCII) {
				return false;
			}
		}
		return true;
	}

}
