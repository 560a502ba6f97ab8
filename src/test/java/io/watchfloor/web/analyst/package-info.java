/**
 * Tests of {@code io.watchfloor.web.analyst}.
 */
@NullMarked
package io.watchfloor.web.analyst;

import org.jspecify.annotations.NullMarked;
