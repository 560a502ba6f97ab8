/**
 * Tests of the whole, and what starts Watchfloor against its sandbox.
 */
@NullMarked
package io.watchfloor;

import org.jspecify.annotations.NullMarked;
