/**
 * Queries of a queue, and the summary of each incident in it. The next rooms:
 * {@code queue.index} answers queries, {@code queue.reading} brings a queue up to date,
 * {@code queue.statistics} counts over an index, and {@code queue.related} compares its
 * incidents.
 */
@NullMarked
package io.watchfloor.queue;

import org.jspecify.annotations.NullMarked;
