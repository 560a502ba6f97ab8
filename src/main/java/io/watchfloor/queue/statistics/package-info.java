/**
 * Counts the incidents of an index. The next room is {@code web.dashboard}, which draws
 * them.
 */
@NullMarked
package io.watchfloor.queue.statistics;

import org.jspecify.annotations.NullMarked;
