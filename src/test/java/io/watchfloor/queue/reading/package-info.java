/**
 * Tests of {@code io.watchfloor.queue.reading}.
 */
@NullMarked
package io.watchfloor.queue.reading;

import org.jspecify.annotations.NullMarked;
