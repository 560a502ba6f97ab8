/**
 * Tests of {@code io.watchfloor.web.parts}.
 */
@NullMarked
package io.watchfloor.web.parts;

import org.jspecify.annotations.NullMarked;
