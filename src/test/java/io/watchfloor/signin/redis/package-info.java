/**
 * Tests of {@code io.watchfloor.signin.redis}.
 */
@NullMarked
package io.watchfloor.signin.redis;

import org.jspecify.annotations.NullMarked;
