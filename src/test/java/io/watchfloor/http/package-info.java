/**
 * Tests of {@code io.watchfloor.http}.
 */
@NullMarked
package io.watchfloor.http;

import org.jspecify.annotations.NullMarked;
