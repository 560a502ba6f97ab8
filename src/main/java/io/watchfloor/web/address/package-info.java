/**
 * Writes a view of the queue as an address, and reads it back. The next room up is
 * {@code web.analyst}, which asks the queue.
 */
@NullMarked
package io.watchfloor.web.address;

import org.jspecify.annotations.NullMarked;
