/**
 * The log of calls that several nodes share, in Redis. Nothing of it is there unless
 * {@code WATCHFLOOR_REDIS_URL} is set. The next room is {@code defender.shared}, which
 * keeps a ledger by it.
 */
@NullMarked
package io.watchfloor.defender.redis;

import org.jspecify.annotations.NullMarked;
