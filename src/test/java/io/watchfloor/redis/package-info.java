/**
 * Tests of {@code io.watchfloor.redis}.
 */
@NullMarked
package io.watchfloor.redis;

import org.jspecify.annotations.NullMarked;
