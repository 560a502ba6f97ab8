/**
 * Tests of {@code io.watchfloor.web.incident}.
 */
@NullMarked
package io.watchfloor.web.incident;

import org.jspecify.annotations.NullMarked;
