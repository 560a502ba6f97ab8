/**
 * Filters, searches, sorts and counts the incidents of a queue, by an immutable index.
 * The next room is {@code queue.reading}, which makes a new index of each change.
 */
@NullMarked
package io.watchfloor.queue.index;

import org.jspecify.annotations.NullMarked;
