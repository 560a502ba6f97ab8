/**
 * Tests of {@code io.watchfloor.queue.change}.
 */
@NullMarked
package io.watchfloor.queue.change;

import org.jspecify.annotations.NullMarked;
