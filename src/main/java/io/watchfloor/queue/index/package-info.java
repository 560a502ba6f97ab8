/**
 * Filters, searches, sorts and counts the incidents that a queue holds; an index never
 * changes. The next room is {@code queue.reading}, which makes a new index of each
 * change.
 */
@NullMarked
package io.watchfloor.queue.index;

import org.jspecify.annotations.NullMarked;
