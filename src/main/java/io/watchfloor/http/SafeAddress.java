package io.watchfloor.http;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Tells which addresses of servers may be configured.
 */
public final class SafeAddress {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	private SafeAddress() {
	}

	/**
	 * Return whether an address is one of a server over https, or over http on this
	 * machine.
	 * @param address the address, which may have a path
	 * @return whether it is, and has no user, query or fragment
	 */
	public static boolean isSafe(URI address) {
		String host = address.getHost();
		boolean loopback = host != null && LOOPBACK.matcher(host).matches();
		return host != null && address.getUserInfo() == null && address.getQuery() == null
				&& address.getFragment() == null
				&& ("https".equals(address.getScheme()) || (loopback && "http".equals(address.getScheme())));
	}

}
