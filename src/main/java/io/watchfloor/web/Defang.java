package io.watchfloor.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an attacker's address unfit to be followed by accident: no mail client, chat or
 * terminal turns {@code hxxps://evil[.]com} into a link.
 */
final class Defang {

	private static final Pattern URL = Pattern.compile("^\\s*([a-z][a-z0-9+.-]*)(://)([^/?#\\\\]*)(.*)$",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern BARE_HOST = Pattern.compile("^([^/?#\\\\]*)(.*)$", Pattern.DOTALL);

	private Defang() {
	}

	/**
	 * Defang a URL, or a domain without a scheme.
	 * @param url the URL as it came
	 * @return the URL with its scheme spelled differently and brackets around the dots
	 * and colons of its authority
	 */
	static String url(String url) {
		Matcher full = URL.matcher(url);
		if (full.matches()) {
			return scheme(full.group(1)) + full.group(2) + host(full.group(3)) + full.group(4);
		}
		Matcher bare = BARE_HOST.matcher(url);
		return (bare.matches()) ? host(bare.group(1)) + bare.group(2) : url;
	}

	private static String scheme(String scheme) {
		return scheme.replaceFirst("(?i)^http", "hxxp").replaceFirst("(?i)^ftp", "fxp");
	}

	private static String host(String host) {
		return host.replace(".", "[.]").replace("@", "[@]");
	}

}
