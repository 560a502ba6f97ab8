/**
 * Measures how fast and how small Watchfloor is, and prints a table.
 */
@NullMarked
package io.watchfloor.benchmark;

import org.jspecify.annotations.NullMarked;
