/**
 * What a shift hands over to the next: when shifts begin, and what happened since. The
 * next room down is {@code queue.index}, which holds the incidents.
 */
@NullMarked
package io.watchfloor.queue.handover;

import org.jspecify.annotations.NullMarked;
