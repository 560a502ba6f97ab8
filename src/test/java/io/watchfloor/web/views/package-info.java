/**
 * Tests of {@code io.watchfloor.web.views}.
 */
@NullMarked
package io.watchfloor.web.views;

import org.jspecify.annotations.NullMarked;
