package io.watchfloor.signin.session;

/**
 * An application event: a session that is not in this process has ended without a request
 * in it. One node publishes it, once.
 *
 * @param session the session
 * @param limit whether its latest end has come; otherwise nobody used it for too long, or
 * the store has lost it
 */
public record SessionExpired(OpenSession session, boolean limit) {
}
