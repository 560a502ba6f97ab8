package io.watchfloor.signin.session;

/**
 * An application event: the data of a session is to be forgotten, because the session
 * ended or another analyst signed in to it. Whoever keeps data by
 * {@link SessionDataKeys#of} listens to it.
 *
 * @param key the key of the data
 * @param everywhere whether that is so on every node; otherwise nobody has used the data
 * on this one for long, and maybe on another
 */
public record SessionDataEnded(String key, boolean everywhere) {
}
