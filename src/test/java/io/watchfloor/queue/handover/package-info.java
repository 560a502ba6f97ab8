/**
 * Tests of {@code io.watchfloor.queue.handover}.
 */
@NullMarked
package io.watchfloor.queue.handover;

import org.jspecify.annotations.NullMarked;
