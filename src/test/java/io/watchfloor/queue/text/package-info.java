/**
 * Tests of {@code io.watchfloor.queue.text}.
 */
@NullMarked
package io.watchfloor.queue.text;

import org.jspecify.annotations.NullMarked;
