/**
 * A view of the queue to take away as CSV or JSON. The next room is {@code web.analyst},
 * which finds the analyst's queue.
 */
@NullMarked
package io.watchfloor.web.export;

import org.jspecify.annotations.NullMarked;
