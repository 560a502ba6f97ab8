package io.watchfloor.web.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an attacker's address unfit to be followed by accident: no mail client, chat or
 * terminal turns {@code hxxps://evil[.]com} into a link.
 */
public final class Defang {

	/**
	 * A scheme and an authority, also in the middle of a text: redirectors have their
	 * target's address in their query.
	 */
	private static final Pattern ORIGIN = Pattern.compile("([a-z][a-z0-9+.-]*)(:[/\\\\]{2})([^/?#&\\\\\\s]*)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern BARE_HOST = Pattern.compile("^[^/?#\\\\\\s]*");

	private static final Pattern MAIL_DOMAIN = Pattern.compile("(?<!\\[)@([^\\s@<>,;]+)");

	private static final Pattern IP_ADDRESS = Pattern
		.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=.*:.*:)[0-9A-Fa-f:]+[0-9A-Fa-f:.]*(%\\w+)?");

	private static final Pattern WORD = Pattern.compile("[^\\s;,<>\"'|]+");

	/**
	 * A domain or an IPv4 address without a scheme, with a port, a path or neither.
	 */
	private static final Pattern BARE_URL = Pattern
		.compile("((?:\\d{1,3}\\.){3}\\d{1,3}|(?:[\\w-]{1,63}\\.){1,20}[A-Za-z][\\w-]{1,62})([/?#:].*)?");

	private Defang() {
	}

	/**
	 * Defang a URL, or a domain without a scheme.
	 * @param url the URL as it came
	 * @return the URL with its scheme spelled differently and brackets around the dots of
	 * its host
	 */
	public static String url(String url) {
		Matcher origin = ORIGIN.matcher(url);
		boolean bare = !origin.lookingAt();
		String defanged = origin.reset()
			.replaceAll((found) -> Matcher
				.quoteReplacement(scheme(found.group(1)) + found.group(2) + host(found.group(3))));
		return (bare)
				? BARE_HOST.matcher(defanged).replaceFirst((found) -> Matcher.quoteReplacement(host(found.group())))
				: defanged;
	}

	/**
	 * Defang an IP address of either version.
	 * @param address the address as it came
	 * @return the address with brackets around its dots and colons
	 */
	public static String ip(String address) {
		return address.replaceAll("(?<!\\[)[.:]", "[$0]");
	}

	/**
	 * Defang a mail address, also one with a name beside it.
	 * @param address the address as it came, or anything else with addresses in it
	 * @return the address with brackets around the dots of its domain and the sign before
	 */
	public static String mail(String address) {
		return MAIL_DOMAIN.matcher(address).replaceAll((found) -> Matcher.quoteReplacement(host("@" + found.group(1))));
	}

	/**
	 * Defang a value if it is a URL or an IP address; other values stay as they are.
	 */
	public static String address(String value) {
		if (value.contains("://")) {
			return url(value);
		}
		return (IP_ADDRESS.matcher(value).matches()) ? ip(value) : value;
	}

	/**
	 * Defang the URLs, mail and IP addresses and domains in a text of several values,
	 * each by its form.
	 */
	public static String addresses(String text) {
		return WORD.matcher(text).replaceAll((word) -> Matcher.quoteReplacement(withinSentence(word.group())));
	}

	/**
	 * Defang a word without the bracket before it and what ends its sentence.
	 */
	private static String withinSentence(String word) {
		int start = (word.charAt(0) == '(') ? 1 : 0;
		int end = word.length();
		while (end > start && ".!?)".indexOf(word.charAt(end - 1)) >= 0) {
			end--;
		}
		return word.substring(0, start) + word(word.substring(start, end)) + word.substring(end);
	}

	private static String word(String word) {
		if (word.contains("://")) {
			return url(word);
		}
		if (word.contains("@")) {
			return mail(word);
		}
		Matcher bare = BARE_URL.matcher(word);
		return bare.matches() ? host(bare.group(1)) + word.substring(bare.end(1)) : address(word);
	}

	private static String scheme(String scheme) {
		return scheme.replaceFirst("(?i)^http", "hxxp").replaceFirst("(?i)^ftp", "fxp");
	}

	private static String host(String host) {
		return host.replaceAll("(?<!\\[)[.]", "[.]").replaceAll("(?<!\\[)@", "[@]");
	}

}
