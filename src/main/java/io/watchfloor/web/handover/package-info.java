/**
 * What a shift hands over to the next, as a page, on paper and as text. The next room is
 * {@code queue.handover}, which decides what belongs in it.
 */
@NullMarked
package io.watchfloor.web.handover;

import org.jspecify.annotations.NullMarked;
