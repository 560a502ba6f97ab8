package io.watchfloor.signin.redis;

import jakarta.servlet.ServletRequest;

/**
 * Marks requests whose session could not be read, because Redis did not answer.
 */
public final class RedisOutage {

	/**
	 * After how many seconds it is worth trying again. The connection is tried again all
	 * the time.
	 */
	public static final int SECONDS_UNTIL_RETRY = 5;

	private static final String ATTRIBUTE = RedisOutage.class.getName();

	private RedisOutage() {
	}

	/**
	 * Return whether the session of a request could not be read.
	 */
	public static boolean of(ServletRequest request) {
		return request.getAttribute(ATTRIBUTE) != null;
	}

	static void mark(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, Boolean.TRUE);
	}

}
