package io.watchfloor.signin.session;

import java.io.Serializable;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A session in which somebody is signed in, as every node knows it.
 *
 * @param key the key of the session's data, see {@link SessionDataKeys}: it stays when
 * the same analyst signs in to the session again
 * @param id the session's id, which every sign-in changes
 * @param analyst who is signed in: the principal of their authentication
 * @param signIn what names the session at the authority, or {@code null} where it did not
 * say
 * @param latestEnd when the session ends at the latest, however much it is used
 */
public record OpenSession(String key, String id, Serializable analyst, @Nullable String signIn, Instant latestEnd) {
}
