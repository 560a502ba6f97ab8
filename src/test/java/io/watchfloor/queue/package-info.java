/**
 * The queue, tested rule by rule and against a naive reference.
 */
@NullMarked
package io.watchfloor.queue;

import org.jspecify.annotations.NullMarked;
