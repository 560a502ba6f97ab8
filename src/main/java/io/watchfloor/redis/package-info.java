/**
 * The connection to the Redis that several nodes share. Nothing of it is there unless
 * {@code WATCHFLOOR_REDIS_URL} is set. What is kept there is up to {@code signin.redis}
 * and {@code defender.redis}.
 */
@NullMarked
package io.watchfloor.redis;

import org.jspecify.annotations.NullMarked;
