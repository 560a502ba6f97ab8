/**
 * What is asked of a queue, and what is known of one incident in it. Next door:
 * {@code queue.index} answers queries, {@code queue.reading} brings a queue up to date,
 * and {@code queue.statistics} counts over an index.
 */
@NullMarked
package io.watchfloor.queue;

import org.jspecify.annotations.NullMarked;
