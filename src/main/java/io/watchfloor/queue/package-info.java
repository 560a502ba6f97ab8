/**
 * Queries of a queue, and the summary of each incident in it. The next rooms:
 * {@code queue.index} answers queries, {@code queue.reading} brings a queue up to date,
 * and {@code queue.statistics} counts over an index.
 */
@NullMarked
package io.watchfloor.queue;

import org.jspecify.annotations.NullMarked;
