/**
 * Brings one analyst's queue up to date within the call budget. The next room is
 * {@code defender}, from which incidents come.
 */
@NullMarked
package io.watchfloor.queue.reading;

import org.jspecify.annotations.NullMarked;
