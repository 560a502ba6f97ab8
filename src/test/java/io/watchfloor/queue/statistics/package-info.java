/**
 * Tests of {@code io.watchfloor.queue.statistics}.
 */
@NullMarked
package io.watchfloor.queue.statistics;

import org.jspecify.annotations.NullMarked;
