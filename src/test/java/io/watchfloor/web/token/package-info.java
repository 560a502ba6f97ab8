/**
 * Tests of {@code io.watchfloor.web.token}.
 */
@NullMarked
package io.watchfloor.web.token;

import org.jspecify.annotations.NullMarked;
