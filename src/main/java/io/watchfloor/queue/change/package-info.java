/**
 * The changes of incidents that a queue has seen from one read to the next. The next room
 * down is {@code queue}, which knows the states between which they lie.
 */
@NullMarked
package io.watchfloor.queue.change;

import org.jspecify.annotations.NullMarked;
