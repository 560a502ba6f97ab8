/**
 * Tests of {@code io.watchfloor.queue.triage}.
 */
@NullMarked
package io.watchfloor.queue.triage;

import org.jspecify.annotations.NullMarked;
