/**
 * Keeps sessions in Redis, encrypted, so that several nodes share them. Nothing of it is
 * there unless {@code WATCHFLOOR_REDIS_URL} is set.
 */
@NullMarked
package io.watchfloor.signin.redis;

import org.jspecify.annotations.NullMarked;
