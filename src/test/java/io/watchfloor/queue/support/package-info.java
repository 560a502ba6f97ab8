/**
 * Incidents and texts for tests of the queue's rooms.
 */
@NullMarked
package io.watchfloor.queue.support;

import org.jspecify.annotations.NullMarked;
