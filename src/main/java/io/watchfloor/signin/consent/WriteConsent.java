package io.watchfloor.signin.consent;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells whether analysts may write back, and whether an analyst's token permits it. There
 * is none unless {@code WATCHFLOOR_TRIAGE} is on.
 */
public final class WriteConsent {

	/**
	 * Where a form (POST, with {@code _csrf} and {@code back}, the address of the page to
	 * return to) asks Entra ID for the permission.
	 */
	public static final String PATH = "/sign-in/triage";

	/**
	 * Return whether the analyst who sent a request may write.
	 */
	public WriteAccess of(HttpServletRequest request) {
		throw new UnsupportedOperationException("not built yet");
	}

}
