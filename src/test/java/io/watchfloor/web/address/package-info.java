/**
 * Tests of {@code io.watchfloor.web.address}.
 */
@NullMarked
package io.watchfloor.web.address;

import org.jspecify.annotations.NullMarked;
