/**
 * Tests of {@code io.watchfloor.queue.sweep}.
 */
@NullMarked
package io.watchfloor.queue.sweep;

import org.jspecify.annotations.NullMarked;
