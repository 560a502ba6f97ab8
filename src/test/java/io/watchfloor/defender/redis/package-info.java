/**
 * Tests of the log in Redis.
 */
@NullMarked
package io.watchfloor.defender.redis;

import org.jspecify.annotations.NullMarked;
