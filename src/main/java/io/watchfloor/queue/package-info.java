/**
 * What is known of one analyst's incidents: index, query, ranking, statistics. Plain Java
 * that knows nothing of the web.
 */
@NullMarked
package io.watchfloor.queue;

import org.jspecify.annotations.NullMarked;
