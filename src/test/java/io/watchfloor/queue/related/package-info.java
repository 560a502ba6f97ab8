/**
 * Tests of how incidents are related.
 */
@NullMarked
package io.watchfloor.queue.related;

import org.jspecify.annotations.NullMarked;
