/**
 * Tests of {@code io.watchfloor.web.dashboard}.
 */
@NullMarked
package io.watchfloor.web.dashboard;

import org.jspecify.annotations.NullMarked;
