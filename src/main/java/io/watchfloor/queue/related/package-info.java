/**
 * Finds the incidents of an index that share something with one, graded by how rare that
 * is, and the campaign that it belongs to. The next room is {@code web.incident}, which
 * shows them.
 */
@NullMarked
package io.watchfloor.queue.related;

import org.jspecify.annotations.NullMarked;
