/**
 * Keeps sessions over a restart in a file, encrypted, where they are not in Redis.
 * Nothing of it is there unless {@code SERVER_SERVLET_SESSION_PERSISTENT} is on.
 */
@NullMarked
package io.watchfloor.signin.persistence;

import org.jspecify.annotations.NullMarked;
