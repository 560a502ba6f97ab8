/**
 * The queue's page: filters, table, pager and layout. The next room is
 * {@code web.analyst}, which finds the analyst's queue.
 */
@NullMarked
package io.watchfloor.web.queue;

import org.jspecify.annotations.NullMarked;
