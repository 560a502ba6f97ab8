/**
 * Tests of {@code io.watchfloor.queue.index}.
 */
@NullMarked
package io.watchfloor.queue.index;

import org.jspecify.annotations.NullMarked;
